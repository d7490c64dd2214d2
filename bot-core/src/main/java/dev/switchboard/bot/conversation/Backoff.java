package dev.switchboard.bot.conversation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: twice as long each time, up to a limit, less a random
 * part of up to a half, so that many that failed together do not come back together.
 *
 * @param first the longest wait after the first attempt
 * @param longest the longest wait of all
 */
record Backoff(Duration first, Duration longest) {

  /**
   * The wait after that many failed attempts.
   *
   * @param attempts from 1
   */
  Duration after(int attempts, RandomGenerator random) {
    var full = first;
    for (int doubled = 1; doubled < attempts && full.compareTo(longest) < 0; doubled++) {
      full = full.multipliedBy(2);
    }
    long most = Math.min(full.toMillis(), longest.toMillis());
    return Duration.ofMillis(random.nextLong(most / 2, most + 1));
  }
}
