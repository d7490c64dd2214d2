package dev.switchboard.channel.slack.desk;

import dev.switchboard.channel.slack.event.Happened.SentFile;
import java.util.List;

/**
 * What somebody wrote in the thread of a case.
 *
 * @param rootTs the thread's first message, the card
 * @param ts of the message
 * @param userId who wrote it
 * @param text as Slack sends it
 * @param files the files with it
 */
record Said(
    String teamId,
    String channelId,
    String rootTs,
    String ts,
    String conversationId,
    String userId,
    String text,
    List<SentFile> files) {

  /** The same for the same message, however often it comes in. */
  String key() {
    return "slack/%s/%s/%s".formatted(teamId, channelId, ts);
  }

  /** The same for the note it was kept as; it may still be sent afterwards. */
  String noteKey() {
    return key() + "/note";
  }

  Said saying(String other) {
    return new Said(teamId, channelId, rootTs, ts, conversationId, userId, other, files);
  }

  Whispers.To author() {
    return new Whispers.To(teamId, channelId, rootTs, userId);
  }
}
