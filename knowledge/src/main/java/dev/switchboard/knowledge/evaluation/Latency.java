package dev.switchboard.knowledge.evaluation;

import java.util.List;

/**
 * How long replies took, in milliseconds: half of them at most {@code p50}, and so on; NaN without
 * any reply.
 */
public record Latency(double p50, double p95, double p99) {

  /** Sums up the outcomes. */
  public static Latency of(List<Outcome> outcomes) {
    long[] sorted = outcomes.stream().mapToLong(Outcome::micros).sorted().toArray();
    return new Latency(at(0.5, sorted), at(0.95, sorted), at(0.99, sorted));
  }

  /** The nearest rank: the smallest value that this share of all does not exceed. */
  private static double at(double share, long[] sorted) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted.length == 0 ? Double.NaN : sorted[rank - 1] / 1_000.0;
  }
}
