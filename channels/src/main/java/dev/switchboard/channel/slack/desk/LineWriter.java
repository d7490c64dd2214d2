package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/** Says a line of ours in the thread of a case; lines that wait together become one message. */
@Singleton
final class LineWriter implements PostWriter {
  static final String KIND = "line";

  private static final int LONGEST = 3_000;

  private final ThreadTable threads;
  private final ThreadPoster poster;
  private final DurableCommit commit;

  LineWriter(ThreadTable threads, ThreadPoster poster, DurableCommit commit) {
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
    // The lane of a thread is its conversation.
    var thread = commit.read(() -> threads.of(posts.getFirst().lane()));
    if (thread.isEmpty() || thread.get().rootTs() == null) {
      return new Written.Never("the case has no thread");
    }
    var text = new StringBuilder(posts.getFirst().payload());
    int count = 1;
    while (count < posts.size() && text.length() + posts.get(count).payload().length() < LONGEST) {
      text.append('\n').append(posts.get(count).payload());
      count++;
    }
    return poster.post(
        workspace, posts, count, thread.get().rootTs(), message -> message.text(text.toString()));
  }
}
