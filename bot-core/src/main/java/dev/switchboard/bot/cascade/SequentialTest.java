package dev.switchboard.bot.cascade;

/**
 * Compares two shares of successes, as often as one likes: the interval holds at all times at once,
 * so that looking every day until something shows does not make chance look like an effect.
 *
 * <p>An asymptotic confidence sequence of the difference of two means, after Waudby-Smith, Arbour,
 * Sinha, Kennedy and Ramdas, Time-uniform central limit theory and asymptotic confidence sequences
 * (2021), with its width least at about a thousand observations.
 */
public final class SequentialTest {
  /** How often an interval may miss the truth at any time at all. */
  public static final double ALPHA = 0.05;

  /** Fewer than that in an arm say nothing. */
  public static final long FEWEST = 50;

  private static final double TUNED_TO = 1_000;
  // Where nothing or everything succeeded there is a variance all the same.
  private static final double HALF = 0.5;

  private SequentialTest() {}

  /** So many successes of so many. */
  public record Count(long all, long successes) {
    /** The share of successes, 0 to 1; not a number where there are none. */
    public double share() {
      return (double) successes / all;
    }

    // As if half of each more had been seen, after Agresti and Coull.
    private double variance() {
      double share = (successes + HALF) / (all + 1);
      return share * (1 - share) / all;
    }
  }

  /**
   * What can be said of the difference of the second share to the first.
   *
   * @param from the least that it can be
   * @param to the most that it can be
   * @param enough whether there is enough to say anything
   */
  public record Difference(double from, double to, boolean enough) {
    /** Whether the second is surely the better one. */
    public boolean isBetter() {
      return enough && from > 0;
    }

    /** Whether the second is surely the worse one. */
    public boolean isWorse() {
      return enough && to < 0;
    }
  }

  /** Compares the second with the first. */
  public static Difference compare(Count first, Count second) {
    if (first.all() < FEWEST || second.all() < FEWEST) {
      return new Difference(-1, 1, false);
    }
    double n = first.all() + (double) second.all();
    double log = -2 * Math.log(ALPHA);
    double rho = (log + Math.log(log + 1)) / TUNED_TO;
    double grown = n * rho + 1;
    double width =
        Math.sqrt(
            (first.variance() + second.variance())
                * grown
                / (n * rho)
                * Math.log(grown / (ALPHA * ALPHA)));
    double difference = second.share() - first.share();
    return new Difference(Math.max(-1, difference - width), Math.min(1, difference + width), true);
  }
}
