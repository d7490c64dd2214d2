package dev.switchboard.app.bench.chat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting. */
public final class Pause {
  private static final Duration SHORT = Duration.ofMillis(10);

  private Pause() {}

  /** A moment, before something is tried again. */
  public static void brief() {
    LockSupport.parkNanos(SHORT.toNanos());
  }

  /** For some time. */
  public static void of(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Until it holds, or the time is over; says whether it holds. */
  public static boolean until(BooleanSupplier holds, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      brief();
    }
    return true;
  }
}
