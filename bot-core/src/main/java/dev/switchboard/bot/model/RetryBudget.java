package dev.switchboard.bot.model;

/** Lets one call in ten be a repetition, so that an outage is not made worse; safe for threads. */
final class RetryBudget {
  private static final double SHARE = 0.1;
  private static final double MOST = 10;

  private double left = MOST;

  /** A call is made for the first time. */
  synchronized void called() {
    left = Math.min(MOST, left + SHARE);
  }

  /** Whether it may be made once more. */
  synchronized boolean allows() {
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
