package dev.switchboard.channel.slack.api;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace the app is installed in, as it told us itself. */
@Singleton
public final class Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SlackSettings settings;
  private final SlackApi api;
  private final WorkspaceTable table;
  private final DurableCommit commit;
  private final Clock clock;
  private volatile Optional<Workspace> home = Optional.empty();
  private volatile long askAgainAt;

  Workspaces(
      SlackSettings settings,
      SlackApi api,
      WorkspaceTable table,
      DurableCommit commit,
      Clock clock) {
    this.settings = settings;
    this.api = api;
    this.table = table;
    this.commit = commit;
    this.clock = clock;
  }

  /**
   * The workspace where the team works: who it is, is asked once and remembered; empty while Slack
   * has never told.
   */
  public Optional<Workspace> home() {
    if (home.isEmpty() && settings.isOn() && clock.millis() >= askAgainAt) {
      home = asked();
      askAgainAt = clock.millis() + PATIENCE.toMillis();
    }
    return home;
  }

  /** The workspace of that id, if the app may work in it. */
  public Optional<Workspace> of(String teamId) {
    return home().filter(workspace -> workspace.teamId().equals(teamId));
  }

  /** Notes that the app may not work in it any more. */
  public void revoked(String teamId) {
    LOG.error("the Slack app was removed from workspace {}, or its token revoked", teamId);
    commit.run(() -> table.revoke(teamId, clock.millis()));
    home = home.filter(workspace -> !workspace.teamId().equals(teamId));
    askAgainAt = clock.millis() + PATIENCE.toMillis();
  }

  private Optional<Workspace> asked() {
    return switch (api.callHastily(
        settings.botToken(), methods -> methods.authTest(asks -> asks))) {
      case Outcome.Done<AuthTestResponse>(var told) -> Optional.of(kept(told));
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

  private Workspace kept(AuthTestResponse told) {
    var row =
        new WorkspaceTable.Row(
            told.getTeamId(),
            Objects.requireNonNullElse(told.getUrl(), ""),
            Objects.requireNonNullElse(told.getBotId(), ""),
            told.getUserId(),
            clock.millis(),
            null);
    commit.run(() -> {
      table.forget(row.teamId());
      table.save(row);
    });
    return workspace(row);
  }

  private Optional<Workspace> remembered() {
    return commit.read(table::latest).filter(row -> row.revokedAt() == null).map(this::workspace);
  }

  private Workspace workspace(WorkspaceTable.Row row) {
    return new Workspace(
        row.teamId(), row.url(), row.botId(), row.botUserId(), settings.botToken());
  }
}
