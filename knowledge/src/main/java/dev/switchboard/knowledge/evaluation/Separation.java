package dev.switchboard.knowledge.evaluation;

import java.util.Arrays;
import java.util.List;

/** How well the confidence tells the questions that the knowledge answers from others. */
final class Separation {

  private Separation() {}

  /**
   * Chance that the covered one of a random pair has the higher confidence, ties counting half: the
   * Mann-Whitney statistic. NaN when either side is empty.
   */
  static double auroc(List<Outcome> covered, List<Outcome> uncovered) {
    return auroc(confidences(covered), confidences(uncovered));
  }

  /** The same of numbers: those that should be higher, and the others. */
  static double auroc(double[] higher, double[] lower) {
    double[] others = lower.clone();
    Arrays.sort(others);
    if (others.length == 0) {
      return Double.NaN;
    }
    return Arrays.stream(higher)
        .map(mine -> (below(others, mine) + below(others, Math.nextUp(mine))) / 2.0 / others.length)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Share of the uncovered that are rejected where at most this share of the covered is rejected,
   * too. NaN when either side is empty.
   */
  static double recallAt(double share, List<Outcome> covered, List<Outcome> uncovered) {
    double[] kept = confidences(covered);
    double[] others = confidences(uncovered);
    if (kept.length == 0 || others.length == 0) {
      return Double.NaN;
    }
    double threshold = kept[Math.min(kept.length - 1, (int) (share * kept.length))];
    return (double) below(others, threshold) / others.length;
  }

  private static double[] confidences(List<Outcome> outcomes) {
    return outcomes.stream().mapToDouble(Outcome::covered).sorted().toArray();
  }

  /** How many of the sorted values are less than this one. */
  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
