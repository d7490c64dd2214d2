package dev.switchboard.channel.slack.api;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.Sha256;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects workspaces by OAuth (RFC 6749, as Slack speaks it): sends a browser to Slack with a
 * state that nobody can guess, and takes back what Slack gives for it, once and within ten minutes.
 */
@Singleton
public final class Installs {
  /** How long the way to Slack and back may take. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Installs.class);
  private static final int STATE = 16;
  private static final String SCOPES =
      String.join(
          ",",
          "app_mentions:read",
          "channels:history",
          "channels:read",
          "chat:write",
          "chat:write.customize",
          "commands",
          "files:read",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:read",
          "reactions:read",
          "reactions:write",
          "users:read",
          "users:read.email");

  private final SlackSettings settings;
  private final SlackApi api;
  private final Workspaces workspaces;
  private final InstallTable table;
  private final DurableCommit commit;
  private final RandomGenerator random;
  private final Clock clock;

  Installs(
      SlackSettings settings,
      SlackApi api,
      Workspaces workspaces,
      InstallTable table,
      DurableCommit commit,
      RandomGenerator random,
      Clock clock) {
    this.settings = settings;
    this.api = api;
    this.workspaces = workspaces;
    this.table = table;
    this.commit = commit;
    this.random = random;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Installed {
    /** The workspace of that name is connected. */
    record Connected(String name) implements Installed {}

    /** Nothing has changed, for that reason. */
    record Failed(Reason because) implements Installed {}
  }

  /** Why a workspace is not connected. */
  public enum Reason {
    /** Whoever was asked in Slack did not agree. */
    DENIED,
    /** The way was gone before, took too long, or began in another browser. */
    EXPIRED,
    /** Slack does not answer now. */
    UNREACHABLE,
    /** Slack says no to us, such as for a wrong secret. */
    REFUSED,
    /** The app was installed for a whole organisation. */
    ORGANISATION,
    /** The app has token rotation switched on: its tokens would end in hours. */
    ROTATION
  }

  /** A state for a browser that is about to go to Slack; it keeps it as a cookie. */
  public String begin() {
    var bytes = new byte[STATE];
    random.nextBytes(bytes);
    var state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = clock.millis();
    commit.run(() -> {
      table.forget(now);
      table.save(new InstallTable.Row(hash(state), now + PATIENCE.toMillis()));
    });
    return state;
  }

  /** Where that browser is sent. */
  public URI address(String state) {
    return UriBuilder.of(settings.authorizeUrl())
        .queryParam("client_id", settings.clientId())
        .queryParam("scope", SCOPES)
        .queryParam("state", state)
        .queryParam("redirect_uri", settings.redirectUrl())
        .build();
  }

  /**
   * Takes what Slack sent a browser back with.
   *
   * @param kept the state that the browser kept
   * @param state the state that Slack brings back
   * @param code what is worth a token
   */
  public Installed end(String kept, String state, String code) {
    boolean same =
        !kept.isEmpty()
            && MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    if (!same || commit.write(() -> table.use(hash(state), clock.millis())) != 1) {
      return new Installed.Failed(Reason.EXPIRED);
    }
    var answer =
        api.call(
            "",
            methods ->
                methods.oauthV2Access(asks ->
                    asks.clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .redirectUri(settings.redirectUrl())
                        .code(code)));
    return switch (answer) {
      case Outcome.Done<OAuthV2AccessResponse>(var given) -> connected(given);
      case Outcome.Later<OAuthV2AccessResponse> later ->
          failed(Reason.UNREACHABLE, later.because());
      case Outcome.Never<OAuthV2AccessResponse> never -> failed(Reason.REFUSED, never.error());
    };
  }

  private static Installed failed(Reason reason, String error) {
    LOG.warn("a Slack workspace could not be connected: {}", error);
    return new Installed.Failed(reason);
  }

  private Installed connected(OAuthV2AccessResponse given) {
    if (given.isEnterpriseInstall() || given.getTeam() == null) {
      return new Installed.Failed(Reason.ORGANISATION);
    }
    if (given.getRefreshToken() != null) {
      return new Installed.Failed(Reason.ROTATION);
    }
    var name = known(given.getTeam().getName());
    return switch (workspaces.connect(given.getTeam().getId(), name, given.getAccessToken())) {
      case Outcome.Done<?> _ -> new Installed.Connected(name);
      case Outcome.Later<?> later -> failed(Reason.UNREACHABLE, later.because());
      case Outcome.Never<?> never -> failed(Reason.REFUSED, never.error());
    };
  }

  private static String known(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String hash(String state) {
    return Sha256.hex(state);
  }
}
