package dev.switchboard.channel.slack.desk;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.file.FilesOut;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows in the thread the files of the conversation: the payload is the id of one. */
@Singleton
final class FileWriter implements PostWriter {
  static final String KIND = "file";

  private final ThreadTable threads;
  private final FilesOut files;
  private final DurableCommit commit;

  FileWriter(ThreadTable threads, FilesOut files, DurableCommit commit) {
    this.threads = threads;
    this.files = files;
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
    return commit
        .read(() -> threads.of(post.lane()))
        .map(ThreadTable.Row::rootTs)
        .map(rootTs -> files.send(workspace, post, rootTs, post.payload()))
        .orElseGet(() -> new Written.Never("the case has no thread"));
  }
}
