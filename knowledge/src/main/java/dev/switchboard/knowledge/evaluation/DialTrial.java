package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Thresholds;
import dev.switchboard.knowledge.confidence.Calibration;
import dev.switchboard.knowledge.confidence.RiskDial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dial tried out: calibrated on one half of the questions, measured on the other, and the other
 * way round, so that no question is judged at a threshold it had a part in.
 *
 * @param dial what was promised
 * @param threshold the answer threshold that all questions together give; NaN when they cannot
 *     promise it
 * @param halves the two trials
 * @param outcomes what becomes of each question at the threshold that the other half gave, where
 *     nothing is answered when the other half could not promise it
 */
public record DialTrial(
    RiskDial dial, double threshold, List<Half> halves, List<Outcome> outcomes) {

  /**
   * One half of the questions, measured.
   *
   * @param n its questions
   * @param threshold the answer threshold that the other half gave; NaN when it could promise none
   * @param answered share of this half that got an answer
   * @param wrongAnswers share of those answers that are wrong; NaN without any
   */
  public record Half(int n, double threshold, double answered, double wrongAnswers) {}

  public DialTrial {
    halves = List.copyOf(halves);
    outcomes = List.copyOf(outcomes);
  }

  /** Tries the dial on these outcomes; the same questions are always split alike. */
  public static DialTrial of(List<Outcome> outcomes, RiskDial dial) {
    var shuffled = outcomes.stream().sorted(Comparator.comparingInt(DialTrial::shuffle)).toList();
    var one = shuffled.subList(0, shuffled.size() / 2);
    var other = shuffled.subList(shuffled.size() / 2, shuffled.size());
    var decidedOne = decided(one, calibrated(other, dial));
    var decidedOther = decided(other, calibrated(one, dial));
    return new DialTrial(
        dial,
        answering(calibrated(outcomes, dial)),
        List.of(
            half(decidedOne, calibrated(other, dial)), half(decidedOther, calibrated(one, dial))),
        Stream.concat(decidedOne.stream(), decidedOther.stream()).toList());
  }

  /** Share of all questions that got an answer. */
  public double answered() {
    return Scores.of(outcomes).answered();
  }

  /** Share of the answers given in both halves that are wrong; NaN without any. */
  public double wrongAnswers() {
    return Scores.of(outcomes).wrongAnswers();
  }

  /** Whether both halves could promise it, so that the figures of the trial say something. */
  public boolean tried() {
    return halves.stream().noneMatch(half -> Double.isNaN(half.threshold()));
  }

  private static Optional<Thresholds> calibrated(List<Outcome> outcomes, RiskDial dial) {
    return new Calibration(dial).thresholds(outcomes.stream().flatMap(Outcome::judged).toList());
  }

  private static List<Outcome> decided(List<Outcome> outcomes, Optional<Thresholds> thresholds) {
    return outcomes.stream()
        .map(outcome -> thresholds.map(outcome::at).orElseGet(outcome::unanswered))
        .toList();
  }

  private static Half half(List<Outcome> decided, Optional<Thresholds> thresholds) {
    var scores = Scores.of(decided);
    return new Half(scores.n(), answering(thresholds), scores.answered(), scores.wrongAnswers());
  }

  private static double answering(Optional<Thresholds> thresholds) {
    return thresholds.map(Thresholds::answer).orElse(Double.NaN);
  }

  /** An order that has nothing to do with the file's: MurmurHash3's finish over the text's hash. */
  private static int shuffle(Outcome outcome) {
    int hash = outcome.question().text().hashCode();
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
