package dev.switchboard.channel.slack.file;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.ThreadPoster;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends files of conversations to Slack. */
@Singleton
public final class FilesOut {
  private final Attachments attachments;
  private final ThreadPoster poster;

  FilesOut(Attachments attachments, ThreadPoster poster) {
    this.attachments = attachments;
    this.poster = poster;
  }

  /** Sends the file of that id, if it is still there, into the thread, or the channel itself. */
  public Written send(Workspace workspace, Post post, String rootTs, String id) {
    return attachments
        .find(id)
        .flatMap(file ->
            attachments.bytes(file).map(bytes -> send(workspace, post, rootTs, file, bytes)))
        .orElseGet(Written.Needless::new);
  }

  private Written send(Workspace workspace, Post post, String rootTs, Attachment file, Path bytes) {
    try {
      return poster.postFile(workspace, post, rootTs, file, Files.readAllBytes(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("the file %s cannot be read".formatted(file.id()), e);
    }
  }
}
