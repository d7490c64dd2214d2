package dev.switchboard.channel.slack.event;

import java.util.List;

/** Something that happened in Slack, as far as it means anything here. */
public sealed interface Happened {

  /**
   * Somebody wrote.
   *
   * @param rootTs the first message of the thread it is in, empty where it is in none
   * @param ts of the message, by which Slack orders the messages of a channel
   * @param text as Slack sends it
   * @param direct whether it was written to the app alone
   * @param mentioned whether it was written to the app among others
   * @param foreign whether the writer belongs to another workspace
   * @param files the files with it
   */
  record Wrote(
      String teamId,
      String channelId,
      String rootTs,
      String ts,
      String userId,
      String text,
      boolean direct,
      boolean mentioned,
      boolean foreign,
      List<SentFile> files)
      implements Happened {}

  /**
   * A file somebody sent.
   *
   * @param size in bytes, as the sender's Slack says
   * @param url where it can be had with the app's token, empty where that has to be asked for
   */
  record SentFile(String id, String name, String mediaType, long size, String url) {}

  /**
   * Somebody changed what they had written.
   *
   * @param now the message as it is now
   */
  record Edited(Wrote now) implements Happened {}

  /**
   * Somebody took away what they had written.
   *
   * @param before the message as it was
   */
  record Deleted(Wrote before) implements Happened {}

  /** Somebody put an emoji on a message. */
  record Reacted(String teamId, String channelId, String ts, String userId, String emoji)
      implements Happened {}

  /** Somebody opened the app's own page. */
  record HomeOpened(String teamId, String userId) implements Happened {}

  /** The app may not work in the workspace any more. */
  record Removed(String teamId) implements Happened {}

  /** A channel is not to be written into any more. */
  record ChannelGone(String teamId, String channelId) implements Happened {}

  /** It means nothing here. */
  record Nothing() implements Happened {}
}
