package dev.switchboard.knowledge.confidence;

import dev.switchboard.bot.Thresholds;
import java.util.List;
import java.util.Optional;

/**
 * Turns a team's labelled questions into its thresholds.
 *
 * @param dial what the team accepts
 */
public record Calibration(RiskDial dial) {

  /**
   * Calibration for a team that accepts this share of wrong answers, mistaken in one of ten cases.
   *
   * @param wrongAnswers highest share of wrong answers among the answers given, above 0 and below 1
   */
  public static Calibration accepting(double wrongAnswers) {
    return new Calibration(RiskDial.accepting(wrongAnswers));
  }

  /**
   * The thresholds at which the promise holds; where a choice is offered stays as shipped, unless
   * an answer is given from there on already.
   *
   * @param questions labelled questions, each with what its best article is worth
   * @return empty when nothing can be promised: too few questions, or answers too often wrong
   */
  public Optional<Thresholds> thresholds(List<Judged> questions) {
    var answer = dial.threshold(questions);
    return answer.isEmpty() ? Optional.empty() : Optional.of(answeringFrom(answer.getAsDouble()));
  }

  private static Thresholds answeringFrom(double answer) {
    return new Thresholds(answer, Math.min(answer, ShippedThresholds.forAnyKnowledge().clarify()));
  }
}
