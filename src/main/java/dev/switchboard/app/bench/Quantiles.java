package dev.switchboard.app.bench;

import java.util.Arrays;

/** Quantiles by the nearest rank. */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The smallest of the values that this share of them does not exceed.
   *
   * @param share above 0, at most 1
   * @return NaN without any value
   */
  public static double at(double share, double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The middle of the values, NaN without any. */
  public static double median(double... values) {
    return at(0.5, values);
  }
}
