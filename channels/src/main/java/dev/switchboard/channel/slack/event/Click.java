package dev.switchboard.channel.slack.event;

/**
 * Somebody has used a button or a menu.
 *
 * @param channelId where
 * @param messageTs of the message it belongs to
 * @param rootTs of the thread that message is in; the message itself where it is in none
 * @param actionId which one
 * @param value what it carries, empty for nothing
 * @param triggerId lets a dialog be opened, for three seconds
 * @param responseUrl lets the message be changed, even one that only they see; empty for nothing
 */
public record Click(
    String teamId,
    String userId,
    String channelId,
    String messageTs,
    String rootTs,
    String actionId,
    String value,
    String triggerId,
    String responseUrl) {}
