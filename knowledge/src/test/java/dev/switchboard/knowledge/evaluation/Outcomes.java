package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.evaluation.Outcome.Freedom;
import dev.switchboard.knowledge.evaluation.Outcome.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Outcomes for tests, in few words. */
public final class Outcomes {

  private Outcomes() {}

  /** An article that was found. */
  public static Candidate found(String id, double probability) {
    var passage =
        new Passage(id, 0, Passage.Kind.FAQ, "Title of " + id, List.of(), "Text of " + id, "");
    return new Candidate(passage, passage.title(), probability, Map.of(), List.of());
  }

  /**
   * The best article was given as the answer.
   *
   * @param expected its id, {@code -} for a question that nothing answers
   */
  public static Outcome answered(String text, String expected, Candidate... ranking) {
    return outcome(text, expected, Given.ANSWER, ranking[0].passage().articleId(), ranking);
  }

  /** Nothing was given. */
  public static Outcome unanswered(String text, String expected, Candidate... ranking) {
    return outcome(text, expected, Given.NOTHING, "", ranking);
  }

  /** A choice was offered. */
  public static Outcome clarified(String text, String expected, Candidate... ranking) {
    return outcome(text, expected, Given.CLARIFY, "", ranking);
  }

  /** Outcomes that differ in nothing but the confidence in the best article. */
  static List<Outcome> withConfidences(double... confidences) {
    var outcomes = new ArrayList<Outcome>();
    for (double confidence : confidences) {
      outcomes.add(unanswered("q", "a", found("a", confidence)));
    }
    return outcomes;
  }

  private static Outcome outcome(
      String text, String expected, Given given, String shown, Candidate... ranking) {
    var ids = expected.equals("-") ? Set.<String>of() : Set.of(expected.split("\\|"));
    return new Outcome(
        new LabelledQuestion(text, ids),
        new Evidence(new Query(text, Locale.ENGLISH), List.of(ranking), covered(ranking), Map.of()),
        Freedom.ANY,
        given,
        shown,
        1_000);
  }

  private static double covered(Candidate... ranking) {
    return ranking.length == 0 ? 0 : ranking[0].probability();
  }
}
