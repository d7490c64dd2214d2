package dev.switchboard.channel.slack.people;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.text.Mrkdwn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Knows who people in Slack are: an agent is a full member of the workspace whose e-mail address is
 * that of somebody of the team.
 */
@Singleton
public final class People {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final Set<String> NOBODY = Set.of("user_not_found", "user_not_visible");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_ZONE = 60;

  private final Workspaces workspaces;
  private final SlackApi api;
  private final PersonTable table;
  private final Accounts accounts;
  private final DurableCommit commit;
  private final Clock clock;

  People(
      Workspaces workspaces,
      SlackApi api,
      PersonTable table,
      Accounts accounts,
      DurableCommit commit,
      Clock clock) {
    this.workspaces = workspaces;
    this.api = api;
    this.table = table;
    this.accounts = accounts;
    this.commit = commit;
    this.clock = clock;
  }

  /** Somebody in Slack. */
  public sealed interface Person {

    /** May work on cases. */
    record Agent(Account account, ZoneId zone) implements Person {}

    /**
     * May not.
     *
     * @param because why, as it is told to them
     */
    record Outsider(String because) implements Person {}

    /** Slack does not say now who it is. */
    record Unknown() implements Person {}
  }

  /** Who that is. */
  public Person of(String teamId, String userId) {
    return known(teamId, userId).map(this::person).orElseGet(Person.Unknown::new);
  }

  /** What they are called, their id where it is not known. */
  public String name(String teamId, String userId) {
    return known(teamId, userId).map(PersonTable.Row::name).orElse(userId);
  }

  /** A mention of the agent of that name, their name alone where they were never seen in Slack. */
  public String mention(String teamId, String agent) {
    return accounts.all().stream()
        .filter(account -> account.name().equals(agent))
        .findFirst()
        .flatMap(account -> mentioned(teamId, account.email()))
        .orElseGet(() -> Mrkdwn.escaped(agent));
  }

  /** A mention of who has that address, the address alone where they were never seen in Slack. */
  public String mentionOf(String teamId, String email) {
    return mentioned(teamId, email.toLowerCase(Locale.ROOT)).orElseGet(() -> Mrkdwn.escaped(email));
  }

  private Optional<String> mentioned(String teamId, String email) {
    return commit.read(() -> table.withEmail(teamId, email)).map(row -> "<@" + row.userId() + ">");
  }

  /**
   * What Slack says of somebody.
   *
   * @param email empty where it is not told
   * @param stranger whether they are a guest, a bot, or of another workspace
   */
  public record Profile(String email, String name, boolean stranger) {}

  /** What Slack says of them, empty while it does not. */
  public Optional<Profile> profile(String teamId, String userId) {
    return known(teamId, userId).map(row -> new Profile(row.email(), row.name(), row.stranger()));
  }

  // Asked for again after a day.
  private Optional<PersonTable.Row> known(String teamId, String userId) {
    var kept = commit.read(() -> table.find(teamId, userId));
    long old = clock.millis() - FRESH.toMillis();
    return kept.filter(row -> row.refreshedAt() > old)
        .or(() -> workspaces.of(teamId).flatMap(workspace -> asked(workspace, userId)))
        .or(() -> kept);
  }

  private Optional<PersonTable.Row> asked(Workspace workspace, String userId) {
    var outcome =
        api.callHastily(workspace.token(), methods -> methods.usersInfo(asks -> asks.user(userId)));
    return switch (outcome) {
      case Outcome.Done<UsersInfoResponse>(var told) ->
          Optional.of(kept(row(workspace, told.getUser())));
      case Outcome.Never<UsersInfoResponse>(var error, _) when NOBODY.contains(error) ->
          Optional.of(kept(nobody(workspace, userId)));
      case Outcome.Never<UsersInfoResponse> _, Outcome.Later<UsersInfoResponse> _ ->
          Optional.empty();
    };
  }

  // Of whom Slack says nothing, as of people of other workspaces, is asked no more today.
  private PersonTable.Row nobody(Workspace workspace, String userId) {
    return new PersonTable.Row(workspace.teamId(), userId, "", userId, true, "", clock.millis());
  }

  private PersonTable.Row row(Workspace workspace, User user) {
    return new PersonTable.Row(
        workspace.teamId(),
        user.getId(),
        cut(email(user).toLowerCase(Locale.ROOT), LONGEST_EMAIL),
        cut(Objects.requireNonNullElse(user.getRealName(), user.getId()), LONGEST_NAME),
        isStranger(workspace, user),
        cut(Objects.requireNonNullElse(user.getTz(), ""), LONGEST_ZONE),
        clock.millis());
  }

  private PersonTable.Row kept(PersonTable.Row row) {
    commit.run(() -> {
      table.forget(row.teamId(), row.userId());
      table.add(
          row.teamId(),
          row.userId(),
          row.email(),
          row.name(),
          row.stranger(),
          row.zone(),
          row.refreshedAt());
    });
    return row;
  }

  private static String email(User user) {
    return Optional.ofNullable(user.getProfile()).map(User.Profile::getEmail).orElse("");
  }

  private static boolean isStranger(Workspace workspace, User user) {
    return user.isBot()
        || user.isDeleted()
        || user.isRestricted()
        || user.isUltraRestricted()
        || user.isStranger()
        || !workspace.teamId().equals(Objects.requireNonNullElse(user.getTeamId(), ""));
  }

  private Person person(PersonTable.Row row) {
    if (row.stranger()) {
      return new Person.Outsider("Only full members of this workspace can work on cases.");
    }
    return Optional.of(row.email())
        .filter(email -> !email.isEmpty())
        .flatMap(accounts::findByEmail)
        .filter(account -> account.active() && account.role().worksOnCases())
        .<Person>map(account -> new Person.Agent(account, zone(row)))
        .orElseGet(() ->
            new Person.Outsider(
                "You are not an agent here: nobody of the support team has your e-mail address. An"
                    + " admin can invite you at the desk."));
  }

  private static ZoneId zone(PersonTable.Row row) {
    try {
      return ZoneId.of(row.zone());
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
