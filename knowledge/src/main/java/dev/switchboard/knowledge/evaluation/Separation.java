package dev.switchboard.knowledge.evaluation;

import java.util.Arrays;
import java.util.List;

/** How well the confidence tells answerable questions from others. */
final class Separation {

  private Separation() {}

  /**
   * Chance that an answerable question has the higher confidence of a random pair, ties counting
   * half: the Mann-Whitney statistic. NaN when either side is empty.
   */
  static double auroc(List<Outcome> covered, List<Outcome> uncovered) {
    double[] others = uncovered.stream().mapToDouble(Outcome::confidence).sorted().toArray();
    return covered.stream()
        .mapToDouble(outcome -> (below(others, outcome.confidence()) + upTo(others, outcome.confidence())) / 2.0 / others.length)
        .average()
        .orElse(Double.NaN);
  }

  /** Share of the others below the confidence under which the given share of the covered lies. */
  static double recallAt(double share, List<Outcome> covered, List<Outcome> uncovered) {
    if (covered.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = covered.stream().mapToDouble(Outcome::confidence).sorted().toArray();
    double threshold = sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    return uncovered.stream()
        .mapToDouble(outcome -> outcome.confidence() < threshold ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static int below(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  private static int upTo(double[] sorted, double value) {
    int at = below(sorted, value);
    while (at < sorted.length && sorted[at] == value) {
      at++;
    }
    return at;
  }
}
