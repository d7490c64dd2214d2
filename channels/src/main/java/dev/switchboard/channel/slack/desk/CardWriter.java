package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/** Posts the card of a case, once: its thread hangs on it. The payload is the conversation. */
@Singleton
final class CardWriter implements PostWriter {
  static final String KIND = "card";

  private final Card card;
  private final ThreadTable threads;
  private final ThreadPoster poster;
  private final DurableCommit commit;

  CardWriter(Card card, ThreadTable threads, ThreadPoster poster, DurableCommit commit) {
    this.card = card;
    this.threads = threads;
    this.poster = poster;
    this.commit = commit;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return true;
  }

  @Override
  public Written write(Workspace workspace, List<Post> posts) {
    var post = posts.getFirst();
    var thread = commit.read(() -> threads.of(post.payload()));
    if (thread.isEmpty() || thread.get().rootTs() != null) {
      return new Written.Needless();
    }
    var drawn = card.of(thread.get());
    if (drawn.isEmpty()) {
      return new Written.Needless();
    }
    var written =
        poster.post(
            workspace,
            posts,
            1,
            "",
            message -> message.text(drawn.get().text()).blocks(drawn.get().blocks()));
    if (written instanceof Written.Sent(_, var ts)) {
      commit.run(() -> threads.root(post.payload(), post.channelId(), ts));
    }
    return written;
  }
}
