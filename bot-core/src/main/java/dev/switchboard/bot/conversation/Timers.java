package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Command.Close;
import dev.switchboard.bot.conversation.Command.Wake;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Does what time brings about: wakes what was put aside, closes what stayed resolved.
 *
 * <p>What is due stands in the tables, so a restart forgets nothing and any number of processes may
 * look: the second to come is refused by the custody policy.
 */
@Singleton
public final class Timers {
  /** How long a resolved conversation goes on when the customer writes again. */
  static final Duration REOPENS = Duration.ofDays(7);

  private final DurableCommit commit;
  private final ConversationTable table;
  private final Conversations conversations;
  private final SetBack setBack;
  private final Clock clock;

  Timers(
      DurableCommit commit,
      ConversationTable table,
      Conversations conversations,
      SetBack setBack,
      Clock clock) {
    this.commit = commit;
    this.table = table;
    this.conversations = conversations;
    this.setBack = setBack;
    this.clock = clock;
  }

  /**
   * Does all that is due.
   *
   * @return how much it was
   */
  public int run() {
    long now = clock.millis();
    var wake = commit.read(() -> table.toWake(now));
    var close = commit.read(() -> table.toClose(now - REOPENS.toMillis()));
    all(wake, new Wake());
    all(close, new Close());
    return wake.size() + close.size() + setBack.mend(now);
  }

  private void all(List<String> ids, Command command) {
    ids.forEach(id -> conversations.command(id, command));
  }
}
