package dev.switchboard.bot.model;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Leaves a model alone that fails: after {@link #FAILURES} within {@link #SPAN} nobody asks it for
 * {@link #REST}, then one call tries whether it is back.
 */
final class Breaker {
  static final int FAILURES = 5;
  static final Duration SPAN = Duration.ofSeconds(60);
  static final Duration REST = Duration.ofSeconds(30);

  private final Clock clock;
  private final Deque<Long> failures = new ArrayDeque<>();
  private long closedUntil;
  private boolean trying;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether it may be asked now; whoever is told so must tell what came of it. */
  synchronized boolean lets() {
    if (closedUntil == 0) {
      return true;
    }
    if (clock.millis() < closedUntil || trying) {
      return false;
    }
    trying = true;
    return true;
  }

  synchronized void succeeded() {
    failures.clear();
    closedUntil = 0;
    trying = false;
  }

  /** What was asked of it came to nothing through no fault of its own. */
  synchronized void neither() {
    trying = false;
  }

  synchronized void failed() {
    long now = clock.millis();
    failures.addLast(now);
    while (failures.getFirst() < now - SPAN.toMillis()) {
      failures.removeFirst();
    }
    if (trying || failures.size() >= FAILURES) {
      closedUntil = now + REST.toMillis();
      trying = false;
      failures.clear();
    }
  }

  /** Whether it is not to be asked at the moment. */
  synchronized boolean isOpen() {
    return clock.millis() < closedUntil;
  }
}
