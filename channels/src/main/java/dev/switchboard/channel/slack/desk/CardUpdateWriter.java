package dev.switchboard.channel.slack.desk;

import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Redraws a card where it stands. However many changes wait, it is drawn once. */
@Singleton
final class CardUpdateWriter implements PostWriter {
  static final String KIND = "card-update";
  private static final Duration SOON = Duration.ofMillis(500);

  private final Card card;
  private final ThreadTable threads;
  private final SlackApi api;
  private final DurableCommit commit;

  CardUpdateWriter(Card card, ThreadTable threads, SlackApi api, DurableCommit commit) {
    this.card = card;
    this.threads = threads;
    this.api = api;
    this.commit = commit;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return false;
  }

  @Override
  public Written write(Workspace workspace, List<Post> posts) {
    var conversation = posts.getFirst().payload();
    var thread = commit.read(() -> threads.of(conversation));
    if (thread.isEmpty()) {
      return new Written.Needless();
    }
    if (thread.get().rootTs() == null) {
      return new Written.NotYet(SOON);
    }
    var root = thread.get().rootTs();
    var drawn = card.of(thread.get());
    if (drawn.isEmpty()) {
      return new Written.Needless();
    }
    var outcome =
        api.call(
            workspace.token(),
            methods ->
                methods.chatUpdate(asks ->
                    asks.channel(thread.get().channelId())
                        .ts(root)
                        .text(drawn.get().text())
                        .blocks(drawn.get().blocks())));
    return Written.of(outcome, posts.size(), (ChatUpdateResponse _) -> "");
  }
}
