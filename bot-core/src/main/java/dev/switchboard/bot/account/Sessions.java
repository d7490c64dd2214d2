package dev.switchboard.bot.account;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Who is signed in. A session is over when it ends, is not used for half a day, or is a week old.
 */
@Singleton
public final class Sessions {
  /** How long a session lasts in which nothing is done. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** How long a session lasts at most. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration EXACTNESS = Duration.ofMinutes(1);
  private static final int LONGEST_TOKEN = 64;

  private final DurableCommit commit;
  private final SessionTable table;
  private final AccountTable accounts;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the tokens, so it must not be guessable
   */
  Sessions(
      DurableCommit commit,
      SessionTable table,
      AccountTable accounts,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.accounts = accounts;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A session that has just begun.
   *
   * @param token what only the browser knows
   */
  public record Opened(String token, Session session) {}

  /** Signs somebody in whose identity is proved, under a token that was never used before. */
  public Opened open(Account account, Device device) {
    var token = Secret.token(random);
    long now = clock.millis();
    var row =
        new SessionRow(
            Secret.hash(token), account.id(), now, now, device.place(), device.browser());
    commit.run(() -> {
      table.forget(now - LONGEST.toMillis(), now - IDLE.toMillis());
      table.save(row);
    });
    return new Opened(token, row.session(account));
  }

  /** The session of the token, unless it is over, never was, or its account is not active. */
  public Optional<Session> find(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    var found =
        commit.read(
            () -> table.valid(Secret.hash(token), oldest(), quietest()).flatMap(this::active));
    found.filter(this::isDue).ifPresent(this::note);
    return found;
  }

  private Optional<Session> active(SessionRow row) {
    return accounts
        .findById(row.accountId())
        .map(AccountRow::account)
        .filter(Account::active)
        .map(row::session);
  }

  // Not at each use: that would be a write for each request.
  private boolean isDue(Session session) {
    return session.seenAt().plus(EXACTNESS).isBefore(clock.instant());
  }

  private void note(Session session) {
    commit.run(() -> table.seen(session.id(), clock.millis()));
  }

  /** The sessions of an account, the latest used first. */
  public List<Session> of(Account account) {
    return commit.read(() -> table.of(account.id(), oldest(), quietest())).stream()
        .map(row -> row.session(account))
        .toList();
  }

  /** Those of the sessions that are not over, by {@link Session#id}. */
  public Set<String> ongoing(Set<String> ids) {
    return ids.isEmpty() ? Set.of() : commit.read(() -> table.ongoing(ids, oldest(), quietest()));
  }

  /** Signs out. */
  public void end(Session session) {
    commit.run(() -> table.end(session.id()));
  }

  /** Signs the account out everywhere. */
  public void endAll(Account account) {
    commit.run(() -> table.endAll(account.id()));
  }

  private long oldest() {
    return clock.millis() - LONGEST.toMillis();
  }

  private long quietest() {
    return clock.millis() - IDLE.toMillis();
  }
}
