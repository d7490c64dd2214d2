package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.bot.engine.DecisionPolicy;
import dev.switchboard.knowledge.confidence.Judged;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one labelled question.
 *
 * @param question the question
 * @param evidence what was found for it; of several questions in it, for the surest one
 * @param freedom what the thresholds could have changed
 * @param given what was decided
 * @param shown the id of the article given as the answer, empty unless answered
 * @param micros how long the whole reply took, in microseconds
 */
public record Outcome(
    LabelledQuestion question,
    Evidence evidence,
    Freedom freedom,
    Given given,
    String shown,
    long micros) {

  private static final DecisionPolicy POLICY = new DecisionPolicy();

  /** What a customer would have got. */
  public enum Given {
    ANSWER,
    CLARIFY,
    NOTHING
  }

  /** What the thresholds decide. */
  public enum Freedom {
    /** Whether an answer, a choice or nothing is given. */
    ANY,
    /** Only whether an answer is given: triage saw no question, so no choice is offered. */
    ANSWER_OR_NOTHING,
    /** Nothing: the customer asked for a person, or nothing was looked up. */
    NONE
  }

  /** The articles found, the most probable first. */
  public List<Candidate> ranking() {
    return evidence.candidates();
  }

  /** The most probable article, if any was found at all. */
  public Optional<Candidate> best() {
    return evidence.best();
  }

  /** Chance that any article answers, by which answerable questions are told from others. */
  double covered() {
    return evidence.covered();
  }

  /** The probability of the best article; 0 when none was found. */
  public double confidence() {
    return best().map(Candidate::probability).orElse(0.0);
  }

  /** The place of the first expected article, from 1; 0 when it is not among those found. */
  public int rank() {
    for (int i = 0; i < ranking().size(); i++) {
      if (question.expected().contains(ranking().get(i).passage().articleId())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether the best article is an expected one. */
  public boolean bestIsRight() {
    return rank() == 1;
  }

  /** Whether an article was given as the answer. */
  public boolean answered() {
    return given == Given.ANSWER;
  }

  /** Whether an article was given as the answer that is not an expected one. */
  public boolean wrong() {
    return answered() && !question.expected().contains(shown);
  }

  /** What the best article is worth to the dial: nothing where no threshold would show it. */
  public Stream<Judged> judged() {
    return freedom == Freedom.NONE
        ? Stream.empty()
        : best().stream().map(best -> new Judged(best.probability(), bestIsRight()));
  }

  /** What had become of it at these thresholds. */
  Outcome at(Thresholds thresholds) {
    if (freedom == Freedom.NONE) {
      return this;
    }
    return switch (POLICY.decide(evidence, thresholds)) {
      case Decision.Answer answer ->
          decided(Given.ANSWER, answer.candidate().passage().articleId());
      case Decision.Clarify choice ->
          decided(freedom == Freedom.ANY ? Given.CLARIFY : Given.NOTHING, "");
      case Decision.Escalate person -> decided(Given.NOTHING, "");
      case Decision.Courtesy courtesy -> decided(Given.NOTHING, "");
      case Decision.Propose offer -> decided(Given.NOTHING, "");
    };
  }

  /** What had become of it if nothing were ever answered. */
  Outcome unanswered() {
    return answered() ? decided(Given.NOTHING, "") : this;
  }

  private Outcome decided(Given newlyGiven, String newlyShown) {
    return new Outcome(question, evidence, freedom, newlyGiven, newlyShown, micros);
  }
}
