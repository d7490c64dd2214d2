package dev.switchboard.channel.slack.api;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces the app is installed in, as they told us themselves: one by the token in the
 * configuration, others that were connected by OAuth.
 */
@Singleton
public final class Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 200;

  private final SlackSettings settings;
  private final SlackApi api;
  private final WorkspaceTable table;
  private final TokenSeal seal;
  private final DurableCommit commit;
  private final Clock clock;
  private volatile Optional<Workspace> configured = Optional.empty();
  private volatile long askAgainAt;

  Workspaces(
      SlackSettings settings,
      SlackApi api,
      WorkspaceTable table,
      TokenSeal seal,
      DurableCommit commit,
      Clock clock) {
    this.settings = settings;
    this.api = api;
    this.table = table;
    this.seal = seal;
    this.commit = commit;
    this.clock = clock;
  }

  /**
   * The workspace where the team works: that of the configured token, about which is asked once, or
   * else the first that was connected. Empty while Slack has never told.
   */
  public Optional<Workspace> home() {
    return settings.botToken().isEmpty()
        ? commit.read(() -> table.connected()).stream()
            .flatMap(row -> opened(row).stream())
            .findFirst()
        : configured();
  }

  private Optional<Workspace> configured() {
    if (configured.isEmpty() && clock.millis() >= askAgainAt) {
      configured = asked();
      askAgainAt = clock.millis() + PATIENCE.toMillis();
    }
    return configured;
  }

  /** The workspace of that id, if the app may work in it. */
  public Optional<Workspace> of(String teamId) {
    var own = settings.botToken().isEmpty() ? Optional.<Workspace>empty() : configured();
    return own.filter(workspace -> workspace.teamId().equals(teamId))
        .or(() -> commit.read(() -> table.connected(teamId)).flatMap(this::opened));
  }

  /** The names of those that were connected, the first first. */
  public List<String> connected() {
    return commit.read(() -> table.connected()).stream()
        .map(row -> row.name().isEmpty() ? row.teamId() : row.name())
        .toList();
  }

  /** Keeps the token of a workspace, encrypted, if it is good for that one. */
  Outcome<?> connect(String teamId, String name, String token) {
    var outcome = api.callHastily(token, methods -> methods.authTest(asks -> asks));
    if (outcome instanceof Outcome.Done<AuthTestResponse>(var told)) {
      if (!told.getTeamId().equals(teamId)) {
        return new Outcome.Never<>("the token is for another workspace", "");
      }
      var shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
      keep(told, shown, seal.seal(teamId, token));
      LOG.info("the Slack workspace {} is connected", teamId);
    }
    return outcome;
  }

  /** Notes that the app may not work in it any more. */
  public void revoked(String teamId) {
    LOG.error("the Slack app was removed from workspace {}, or its token revoked", teamId);
    commit.run(() -> table.revoke(teamId, clock.millis()));
    configured = configured.filter(workspace -> !workspace.teamId().equals(teamId));
    askAgainAt = clock.millis() + PATIENCE.toMillis();
  }

  private Optional<Workspace> asked() {
    return switch (api.callHastily(
        settings.botToken(), methods -> methods.authTest(asks -> asks))) {
      case Outcome.Done<AuthTestResponse>(var told) ->
          Optional.of(workspace(keep(told, "", null), settings.botToken()));
      case Outcome.Later<AuthTestResponse> later -> {
        LOG.warn("who we are in Slack could not be asked: {}", later.because());
        yield remembered();
      }
      case Outcome.Never<AuthTestResponse> never -> {
        LOG.error("Slack does not accept switchboard.slack.bot-token: {}", never.error());
        yield Optional.empty();
      }
    };
  }

  private WorkspaceTable.Row keep(AuthTestResponse told, String name, @Nullable String sealed) {
    var row =
        new WorkspaceTable.Row(
            told.getTeamId(),
            Objects.requireNonNullElse(told.getUrl(), ""),
            Objects.requireNonNullElse(told.getBotId(), ""),
            told.getUserId(),
            clock.millis(),
            null,
            name,
            sealed);
    commit.run(() -> {
      table.forget(row.teamId());
      table.save(row);
    });
    return row;
  }

  private Optional<Workspace> remembered() {
    return commit
        .read(table::configured)
        .filter(row -> row.revokedAt() == null)
        .map(row -> workspace(row, settings.botToken()));
  }

  private Optional<Workspace> opened(WorkspaceTable.Row row) {
    var token = seal.open(row.teamId(), String.valueOf(row.token()));
    if (token.isEmpty()) {
      LOG.error("switchboard.slack.token-key does not open the token of {}", row.teamId());
    }
    return token.map(opened -> workspace(row, opened));
  }

  private static Workspace workspace(WorkspaceTable.Row row, String token) {
    return new Workspace(row.teamId(), row.url(), row.botId(), row.botUserId(), token);
  }
}
