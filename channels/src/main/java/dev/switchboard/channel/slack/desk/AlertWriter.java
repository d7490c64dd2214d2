package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/** Says a line of ours in the thread of a case, and in the channel too: everybody is meant. */
@Singleton
final class AlertWriter implements PostWriter {
  static final String KIND = "alert";

  private final ThreadTable threads;
  private final ThreadPoster poster;
  private final DurableCommit commit;

  AlertWriter(ThreadTable threads, ThreadPoster poster, DurableCommit commit) {
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
    var thread = commit.read(() -> threads.of(post.lane()));
    if (thread.isEmpty() || thread.get().rootTs() == null) {
      return new Written.Never("the case has no thread");
    }
    return poster.post(
        workspace,
        posts,
        1,
        thread.get().rootTs(),
        message -> message.text(post.payload()).replyBroadcast(true));
  }
}
