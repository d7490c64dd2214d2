package dev.switchboard.channel.slack.api;

/**
 * A workspace the app is installed in.
 *
 * @param teamId its id
 * @param url where it is opened in a browser, empty when unknown
 * @param botId the app's bot, as it is named in messages
 * @param botUserId the same bot as a user
 * @param token of the bot
 */
public record Workspace(String teamId, String url, String botId, String botUserId, String token) {

  /** Where a message is seen in a browser, empty when that is not known. */
  public String linkTo(String channelId, String ts) {
    return url.isEmpty() ? "" : url + "archives/" + channelId + "/p" + ts.replace(".", "");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Workspace[" + teamId + "]";
  }
}
