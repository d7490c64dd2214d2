package dev.switchboard.channel.slack.file;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.channel.file.Examination;
import dev.switchboard.channel.file.FormFile;
import dev.switchboard.channel.http.Refusal;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.event.Happened.SentFile;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes in files that people send in Slack, as those of conversations.
 *
 * <p>What cannot be had or may not be kept is named with the reason, and the words beside it go
 * their way: a file never holds a message up.
 */
@Singleton
public final class FilesIn {
  private final Workspaces workspaces;
  private final SlackFiles slack;
  private final Examination examination;
  private final Attachments attachments;

  FilesIn(
      Workspaces workspaces, SlackFiles slack, Examination examination, Attachments attachments) {
    this.workspaces = workspaces;
    this.slack = slack;
    this.examination = examination;
    this.attachments = attachments;
  }

  /**
   * What was taken in.
   *
   * @param ids of the files that wait for their message now
   * @param refused a line for each that was not, with its name and the reason
   */
  public record Taken(List<String> ids, List<String> refused) {}

  /**
   * Takes the files in.
   *
   * @param address where in that channel the customer is reached whose conversation they belong to
   */
  public Taken take(String teamId, List<SentFile> files, String channel, String address) {
    var ids = new ArrayList<String>();
    var refused = new ArrayList<String>();
    for (var file : files) {
      try {
        ids.add(taken(teamId, file, ids.size(), channel, address).id());
      } catch (Refusal refusal) {
        refused.add("%s (not received: %s)".formatted(named(file), reason(refusal)));
      }
    }
    return new Taken(ids, refused);
  }

  /** The files by name, one in a line. */
  public static String named(List<SentFile> files) {
    return files.stream().map(FilesIn::named).collect(Collectors.joining("\n"));
  }

  private static String named(SentFile file) {
    return "📎 " + (file.name().isEmpty() ? file.id() : file.name());
  }

  private static String reason(Refusal refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private Attachment taken(
      String teamId, SentFile file, int before, String channel, String address) {
    if (before >= Incoming.MOST_ATTACHMENTS) {
      throw refusal("at most %d files go with a message".formatted(Incoming.MOST_ATTACHMENTS));
    }
    if (file.size() > FormFile.LARGEST) {
      throw FormFile.tooLarge();
    }
    var workspace =
        workspaces.of(teamId).orElseThrow(() -> refusal("the workspace is not connected"));
    var content = content(workspace, file);
    var examined = examination.examine(new FormFile(file.name(), content));
    return attachments
        .keep(channel, address, examined)
        .orElseThrow(() -> refusal("too many files wait already"));
  }

  private byte[] content(Workspace workspace, SentFile file) {
    return switch (slack.fetch(workspace, file, FormFile.LARGEST)) {
      case SlackFiles.Fetched.Content(var bytes) when bytes.length > 0 -> bytes;
      case SlackFiles.Fetched.Content _ -> throw refusal("the file is empty");
      case SlackFiles.Fetched.Failed(var because) -> throw refusal(because);
    };
  }

  private static Refusal refusal(String because) {
    return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "file_not_received", because);
  }
}
