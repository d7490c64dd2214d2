package dev.switchboard.bot.account;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Knows browsers in which somebody has signed in before. A known browser opens nothing, but
 * strangers who fail to sign in to the account elsewhere do not make it wait: behind a proxy, all
 * come from one network.
 */
@Singleton
public final class Browsers {
  /** How long a browser is known after it was used to sign in for the first time. */
  public static final Duration REMEMBERED = Duration.ofDays(365);

  private static final int LONGEST_TOKEN = 64;

  private final DurableCommit commit;
  private final BrowserTable table;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the tokens, so it must not be guessable
   */
  Browsers(DurableCommit commit, BrowserTable table, Clock clock, RandomGenerator random) {
    this.commit = commit;
    this.table = table;
    this.clock = clock;
    this.random = random;
  }

  /** A token by which the browser is known from now on, for this account. */
  public String remember(Account account) {
    var token = Secret.token(random);
    long now = clock.millis();
    commit.run(() -> {
      table.forget(now);
      table.save(
          new BrowserTable.Row(Secret.hash(token), account.id(), now + REMEMBERED.toMillis()));
    });
    return token;
  }

  /** Whether somebody has signed in to the account of that address in the browser of the token. */
  public boolean know(String token, String email) {
    return token.length() <= LONGEST_TOKEN
        && commit.read(
                () -> table.count(Secret.hash(token), Accounts.lowerCase(email), clock.millis()))
            > 0;
  }
}
