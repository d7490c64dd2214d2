package dev.switchboard.channel.slack.post;

/**
 * Something that is to be said in Slack.
 *
 * @param number its number; what comes later has a higher one
 * @param teamId the workspace
 * @param channelId where, empty where no channel is known yet
 * @param lane what has the same lane goes one after the other
 * @param kind what kind of thing, by {@link PostWriter#kind()}
 * @param payload what its writer needs to write it
 * @param doubtful whether it may have been said already, without our knowing
 */
public record Post(
    long number,
    String teamId,
    String channelId,
    String lane,
    String kind,
    String payload,
    boolean doubtful) {}
