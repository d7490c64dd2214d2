package dev.switchboard.channel.slack.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * How Slack is reached and used. Where no token is set there is no Slack.
 *
 * @param botToken of the one workspace, {@code xoxb-…}
 * @param signingSecret proves that what comes in by HTTP comes from Slack
 * @param appToken {@code xapp-…}; with it events come over a connection that we open (Socket Mode)
 * @param channel where cases go, by name or id
 * @param direct whether what the owner of a case writes in its thread goes to the customer, after
 *     {@code undo}; else it is a note, and each thread can be switched by its owner
 * @param undo how long a message that goes to the customer can be taken back
 * @param nudge how long a customer waits until the agent is reminded; twice that, until everybody
 *     is, three times, until the case goes back into the queue
 * @param pace the time between two messages in a channel; Slack allows about one a second
 * @param timeout how long one call may take
 * @param apiUrl where the Web API is
 * @param clientId of the app; with it workspaces can be connected by OAuth
 * @param clientSecret of the app
 * @param tokenKey encrypts the tokens of workspaces connected so: 32 bytes in Base64; of several
 *     with commas between them the first encrypts, the others still decrypt
 * @param redirectUrl where Slack sends browsers back to, {@code https://…/slack/oauth}, as the app
 *     has it registered
 * @param authorizeUrl where browsers are sent that connect a workspace
 * @param deskUrl where the browser's desk is, for links to it; empty for no links
 */
@ConfigurationProperties("switchboard.slack")
public record SlackSettings(
    @Bindable(defaultValue = "") String botToken,
    @Bindable(defaultValue = "") String signingSecret,
    @Bindable(defaultValue = "") String appToken,
    @Bindable(defaultValue = "") String channel,
    @Bindable(defaultValue = "false") boolean direct,
    @Bindable(defaultValue = "10s") Duration undo,
    @Bindable(defaultValue = "5m") Duration nudge,
    @Bindable(defaultValue = "1s") Duration pace,
    @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "https://slack.com/api/") URI apiUrl,
    @Bindable(defaultValue = "") String clientId,
    @Bindable(defaultValue = "") String clientSecret,
    @Bindable(defaultValue = "") String tokenKey,
    @Bindable(defaultValue = "") String redirectUrl,
    @Bindable(defaultValue = "https://slack.com/oauth/v2/authorize") URI authorizeUrl,
    @Bindable(defaultValue = "") String deskUrl) {

  // The SDK cuts tokens to this length unasked.
  private static final int SHORTEST_TOKEN = 16;

  /**
   * Checks what is set.
   *
   * @throws ConfigurationException when something cannot be, and says what
   */
  public SlackSettings {
    if (!botToken.isEmpty()) {
      token("bot-token", botToken, "xoxb-");
    }
    if (!clientId.isEmpty()) {
      needed("client-secret", clientSecret, "of the app");
      needed(
          "redirect-url", redirectUrl, "the app's redirect URL, https://YOUR-SERVER/slack/oauth");
      needed("token-key", tokenKey, "32 bytes in Base64, such as openssl rand -base64 32 prints");
    }
    if (!botToken.isEmpty() || !clientId.isEmpty()) {
      if (channel.isEmpty()) {
        throw new ConfigurationException(
            "switchboard.slack.channel must name the channel that cases go to");
      }
      if (signingSecret.isEmpty() && appToken.isEmpty()) {
        throw new ConfigurationException(
            "switchboard.slack needs a signing-secret, for events by HTTP, or an app-token, for"
                + " Socket Mode");
      }
    }
    if (!appToken.isEmpty()) {
      token("app-token", appToken, "xapp-");
    }
    positive("undo", undo);
    positive("nudge", nudge);
    positive("pace", pace);
    positive("timeout", timeout);
  }

  private static void token(String key, String token, String prefix) {
    if (!token.startsWith(prefix) || token.length() < SHORTEST_TOKEN) {
      throw new ConfigurationException(
          "switchboard.slack.%s must be a token that begins with %s".formatted(key, prefix));
    }
  }

  private static void needed(String key, String value, String what) {
    if (value.isEmpty()) {
      throw new ConfigurationException(
          "switchboard.slack.client-id needs switchboard.slack.%s too: %s".formatted(key, what));
    }
  }

  private static void positive(String key, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new ConfigurationException(
          "switchboard.slack.%s must be longer than nothing".formatted(key));
    }
  }

  /** Whether there is a workspace to work in, or may be one. */
  public boolean isOn() {
    return !botToken.isEmpty() || canConnect();
  }

  /** Whether workspaces can be connected by OAuth. */
  public boolean canConnect() {
    return !clientId.isEmpty();
  }

  /** Without secrets: settings are printed in places that nobody thinks of. */
  @Override
  public String toString() {
    return "SlackSettings[channel=%s, apiUrl=%s]".formatted(channel, apiUrl);
  }
}
