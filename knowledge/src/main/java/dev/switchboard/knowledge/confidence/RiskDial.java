package dev.switchboard.knowledge.confidence;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the lowest threshold at which the share of wrong answers among the answers given stays below
 * what the team accepts, with a chance of at most {@code risk} to be mistaken, whatever the questions
 * are distributed like: Learn then Test (Angelopoulos, Bates, Cand&egrave;s, Jordan and Lei, Learn then
 * Test: Calibrating Predictive Algorithms to Achieve Risk Control, 2021) with exact binomial
 * p-values and fixed-sequence testing from several starts.
 *
 * @param accepted highest share of wrong answers, above 0 and below 1
 * @param risk chance that the promise does not hold for new questions, above 0 and below 1
 */
public record RiskDial(double accepted, double risk) {

  /** Each start gets its part of the risk and tests towards more and more answers until one fails. */
  private static final double[] STARTS = {0.2, 0.4, 0.6, 0.8, 1.0};

  public RiskDial {
    if (!(accepted > 0 && accepted < 1 && risk > 0 && risk < 1)) {
      throw new IllegalArgumentException("shares above 0 and below 1 are needed");
    }
  }

  /** The dial at the usual risk of one in ten. */
  public static RiskDial accepting(double wrongAnswers) {
    return new RiskDial(wrongAnswers, 0.1);
  }

  /** The threshold; empty when the questions are too few, or the answers too bad, to promise it. */
  public OptionalDouble threshold(List<Judged> questions) {
    var sorted =
        questions.stream()
            .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
            .toList();
    int answered = 0;
    for (double start : STARTS) {
      answered = Math.max(answered, extended(sorted, (int) Math.ceil(start * sorted.size())));
    }
    return answered == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted.get(answered - 1).confidence());
  }

  /** How far one may go from this start, as a number of answers given; 0 when not even so far. */
  private int extended(List<Judged> sorted, int start) {
    int wrong = 0;
    int proven = 0;
    for (int given = 1; given <= sorted.size(); given++) {
      wrong += sorted.get(given - 1).right() ? 0 : 1;
      boolean tie =
          given < sorted.size()
              && sorted.get(given).confidence() == sorted.get(given - 1).confidence();
      if (given < start || tie) {
        continue;
      }
      if (chanceOfSoFew(wrong, given) > risk / STARTS.length) {
        return proven;
      }
      proven = given;
    }
    return proven;
  }

  /** Chance of at most so many wrong ones if the true share were what is accepted. */
  double chanceOfSoFew(int wrong, int given) {
    double chance = 0;
    double logTerm = given * Math.log1p(-accepted);
    for (int k = 0; k <= wrong; k++) {
      chance += Math.exp(logTerm);
      logTerm +=
          Math.log((double) (given - k) / (k + 1)) + Math.log(accepted) - Math.log1p(-accepted);
    }
    return Math.min(1, chance);
  }
}
