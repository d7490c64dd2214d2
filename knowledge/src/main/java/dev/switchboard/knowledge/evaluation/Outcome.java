package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * What became of one labelled question.
 *
 * @param question the question
 * @param ranking the articles found for it, the best first
 * @param given what was decided
 * @param shown the id of the article given as the answer, empty unless answered
 * @param micros how long the whole reply took, in microseconds
 */
public record Outcome(
    LabelledQuestion question, List<Candidate> ranking, Given given, String shown, long micros) {

  /** What a customer would have got. */
  public enum Given {
    ANSWER,
    CLARIFY,
    NOTHING
  }

  public Outcome {
    ranking = List.copyOf(ranking);
  }

  /** The probability of the best article; 0 when none was found. */
  double confidence() {
    return best().map(Candidate::probability).orElse(0.0);
  }

  Optional<Candidate> best() {
    return ranking.stream().findFirst();
  }

  /** The place of the first expected article, from 1; 0 when it is not among those found. */
  int rank() {
    for (int i = 0; i < ranking.size(); i++) {
      if (question.expected().contains(ranking.get(i).passage().articleId())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether the best article is an expected one. */
  boolean bestIsRight() {
    return rank() == 1;
  }

  boolean answered() {
    return given == Given.ANSWER;
  }

  boolean wrong() {
    return answered() && !question.expected().contains(shown);
  }
}
