package dev.switchboard.bot.account;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes whoever fails to sign in to an account wait, longer each time. It counts by account and by
 * who tries, so a stranger does not lock out who has signed in before; an address without an
 * account counts alike.
 */
@Singleton
final class LockOut {
  /** Failures that cost nothing: people mistype. */
  static final int FREE = 5;

  /** The longest wait. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 4;

  private final DurableCommit commit;
  private final FailureTable table;
  private final Clock clock;

  LockOut(DurableCommit commit, FailureTable table, Clock clock) {
    this.commit = commit;
    this.table = table;
    this.clock = clock;
  }

  /** How long they have to wait before they may try again; zero or less when they may now. */
  Duration wait(String email, String sender) {
    long until =
        commit
            .read(() -> table.findById(who(email, sender)))
            .map(row -> row.lastAt() + after(row.failures()).toMillis())
            .orElse(0L);
    return Duration.ofMillis(until - clock.millis());
  }

  private static Duration after(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    var wait = Duration.ofMinutes(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** They have failed. */
  void failed(String email, String sender) {
    var who = who(email, sender);
    long now = clock.millis();
    commit.run(() -> {
      table.forget(now - REMEMBERED.toMillis());
      table.begin(who, now);
      table.add(who, now);
    });
  }

  /** They have succeeded. */
  void clear(String email, String sender) {
    if (commit.read(() -> table.findById(who(email, sender))).isPresent()) {
      commit.run(() -> table.clear(who(email, sender)));
    }
  }

  // Hashed: people type passwords where the address belongs.
  private static String who(String email, String sender) {
    return Secret.hash(Accounts.lowerCase(email) + "\n" + sender);
  }
}
