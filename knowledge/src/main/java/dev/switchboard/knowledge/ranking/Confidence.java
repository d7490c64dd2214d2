package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.ranking.RankingModel.Chances;

/**
 * Calibrates what the ranking believes: two logistic regressions on the ranking's own chances and
 * what they were made of (Platt, Probabilistic Outputs for Support Vector Machines, 1999, with more
 * than one input).
 *
 * @param right the weights for "the best article really answers"
 * @param covered the weights for "some article answers", whether or not the best one does
 */
record Confidence(double[] right, double[] covered) {

  /** Chance, 0 to 1, that the best article really answers. */
  double right(Chances chances, Field field) {
    return chance(right, chances, field);
  }

  /** Chance, 0 to 1, that the knowledge holds an answer at all. */
  double covered(Chances chances, Field field) {
    return chance(covered, chances, field);
  }

  private static double chance(double[] weights, Chances chances, Field field) {
    double score = RankingModel.dot(weights, ConfidenceSignals.of(chances, field));
    return 1 / (1 + Math.exp(-score));
  }
}
