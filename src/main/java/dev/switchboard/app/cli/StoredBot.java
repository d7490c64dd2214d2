package dev.switchboard.app.cli;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.store.DataFolderInUse;
import dev.switchboard.bot.store.StoreRefused;
import dev.switchboard.knowledge.IndexFollower;
import java.time.Duration;
import java.util.Map;

/** The bot over what is stored, for one question and without a server. */
final class StoredBot {
  private static final Duration ENOUGH = Duration.ofDays(1);

  private StoredBot() {}

  /** Brings the index up to date with the articles and replies. */
  static Reply reply(Map<String, Object> settings, Message message) {
    try (var context = Application.start(settings)) {
      var follower = context.getBean(IndexFollower.class);
      follower.sync();
      follower.await(ENOUGH);
      return context.getBean(ConversationEngine.class).reply(message);
    } catch (RuntimeException fault) {
      throw StoreRefused.behind(fault)
          .filter(DataFolderInUse.class::isInstance)
          .<RuntimeException>map(StoredBot::instead)
          .orElse(fault);
    }
  }

  private static Failure instead(StoreRefused inUse) {
    return new Failure(
        inUse.getMessage() + " Or ask that one (POST /api/v1/ask), or name files with --knowledge.",
        inUse);
  }
}
