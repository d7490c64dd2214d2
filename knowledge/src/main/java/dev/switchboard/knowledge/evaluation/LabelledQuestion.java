package dev.switchboard.knowledge.evaluation;

import java.util.Set;

/**
 * A question with the articles that properly answer it.
 *
 * @param text the question
 * @param expected the ids of the articles, empty when the knowledge holds no answer
 */
public record LabelledQuestion(String text, Set<String> expected) {

  public LabelledQuestion {
    expected = Set.copyOf(expected);
  }

  /** Whether the knowledge holds an answer. */
  public boolean answerable() {
    return !expected.isEmpty();
  }
}
