package dev.switchboard.bot.engine;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Decision.Answer;
import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Clarify;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Thresholds;
import java.util.List;
import java.util.Set;

/** Decides what is done with a question: a pure function of what was found. */
public final class DecisionPolicy {

  private static final int MOST_OPTIONS = 3;

  /** An article with less than this share of the best one's chance is no real alternative. */
  private static final double CLOSE = 0.25;

  /** The decision for one question of which nothing has been tried before. */
  public Decision decide(Evidence evidence, Thresholds thresholds) {
    return decide(evidence, thresholds, Set.of());
  }

  /**
   * The decision for one question.
   *
   * @param rejected articles that the customer was shown before and that did not help
   */
  public Decision decide(Evidence evidence, Thresholds thresholds, Set<String> rejected) {
    var candidates =
        evidence.candidates().stream()
            .filter(candidate -> !rejected.contains(candidate.passage().articleId()))
            .toList();
    if (candidates.isEmpty()) {
      return new Escalate(
          Cause.NOT_COVERED,
          evidence.candidates().isEmpty()
              ? "no article is near the question"
              : "what is near the question did not help the customer before");
    }
    var best = candidates.getFirst();
    if (best.probability() >= thresholds.answer()) {
      return new Answer(
          best,
          "the best article answers with a chance of %s, at least the %s asked for"
              .formatted(percent(best.probability()), percent(thresholds.answer())));
    }
    return belowAnswer(best, close(candidates), thresholds);
  }

  private static Decision belowAnswer(
      Candidate best, List<Candidate> close, Thresholds thresholds) {
    double together = close.stream().mapToDouble(Candidate::probability).sum();
    if (close.size() > 1 && together >= thresholds.clarify()) {
      return new Clarify(
          close,
          "%d articles are close; one of them answers with a chance of %s"
              .formatted(close.size(), percent(Math.min(1, together))));
    }
    return new Escalate(
        Cause.NOT_COVERED,
        "the best article answers with a chance of only %s, less than the %s asked for"
            .formatted(percent(best.probability()), percent(thresholds.answer())));
  }

  private static List<Candidate> close(List<Candidate> candidates) {
    double least = candidates.getFirst().probability() * CLOSE;
    return candidates.stream()
        .filter(candidate -> candidate.probability() >= least)
        .limit(MOST_OPTIONS)
        .toList();
  }

  /** Rounded down, so that no chance looks as if it had reached a threshold that it missed. */
  private static String percent(double share) {
    return (int) (share * 100 + 1e-9) + " %";
  }
}
