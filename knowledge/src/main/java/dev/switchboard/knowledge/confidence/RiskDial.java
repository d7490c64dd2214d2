package dev.switchboard.knowledge.confidence;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds the lowest threshold at which the share of wrong answers among the answers given stays
 * below what the team accepts, with a chance of at most {@code risk} to be mistaken, whatever the
 * questions are distributed like, as long as new ones come from the same source.
 *
 * <p>Learn then Test (Angelopoulos, Bates, Cand&egrave;s, Jordan and Lei, Learn then Test:
 * Calibrating Predictive Algorithms to Achieve Risk Control, 2021) with exact binomial p-values and
 * fixed-sequence testing from several starts, which share the risk evenly.
 *
 * @param accepted highest share of wrong answers, above 0 and below 1
 * @param risk chance that the promise does not hold for new questions, above 0 and below 1
 */
public record RiskDial(double accepted, double risk) {

  // Thresholds and starts are fixed before any question is seen: taken from the questions
  // themselves, the first false one in the sequence would depend on them, and the proof fails.
  private static final int STEPS = 200;

  /** From each start the test goes on towards more answers until one threshold fails. */
  private static final int[] STARTS = {30, 60, 100, 140, 180};

  public RiskDial {
    if (!(accepted > 0 && accepted < 1 && risk > 0 && risk < 1)) {
      throw new IllegalArgumentException("shares above 0 and below 1 are needed");
    }
  }

  /**
   * The dial at the usual risk of one in ten.
   *
   * @param wrongAnswers highest share of wrong answers, above 0 and below 1
   */
  public static RiskDial accepting(double wrongAnswers) {
    return new RiskDial(wrongAnswers, 0.1);
  }

  /**
   * The threshold, 0 to 1: an answer is given at or above it.
   *
   * @param questions labelled questions, each with what its best article is worth
   * @return empty when the questions are too few, or the answers too bad, to promise it
   */
  public OptionalDouble threshold(List<Judged> questions) {
    var counts = Counts.of(questions);
    int lowest = STEPS;
    for (int start : STARTS) {
      lowest = Math.min(lowest, lowestFrom(start, counts));
    }
    return lowest == STEPS ? OptionalDouble.empty() : OptionalDouble.of(value(lowest));
  }

  /**
   * The least number of labelled questions, all answered rightly, that makes a promise possible.
   */
  public int fewestQuestions() {
    return (int) Math.ceil(Math.log(risk / STARTS.length) / Math.log1p(-accepted));
  }

  private int lowestFrom(int start, Counts counts) {
    int proven = STEPS;
    for (int step = start; step >= 0 && holds(counts.wrong[step], counts.given[step]); step--) {
      proven = step;
    }
    return proven;
  }

  private boolean holds(int wrong, int given) {
    return chanceOfSoFew(wrong, given) <= risk / STARTS.length;
  }

  /**
   * Chance of at most so many wrong ones among those given if their share were what is accepted.
   */
  double chanceOfSoFew(int wrong, int given) {
    if (wrong >= given) {
      return 1;
    }
    double chance = 0;
    double odds = Math.log(accepted) - Math.log1p(-accepted);
    double logTerm = given * Math.log1p(-accepted);
    for (int k = 0; k <= wrong; k++) {
      chance += Math.exp(logTerm);
      logTerm += Math.log((double) (given - k) / (k + 1)) + odds;
    }
    return Math.min(1, chance);
  }

  private static double value(int step) {
    return (double) step / STEPS;
  }

  /** How many answers would be given, and how many of them wrong, at each threshold. */
  private record Counts(int[] given, int[] wrong) {

    static Counts of(List<Judged> questions) {
      var counts = new Counts(new int[STEPS], new int[STEPS]);
      questions.forEach(counts::add);
      return counts;
    }

    private void add(Judged question) {
      for (int step = 0; step < STEPS && value(step) <= question.confidence(); step++) {
        given[step]++;
        wrong[step] += question.right() ? 0 : 1;
      }
    }
  }
}
