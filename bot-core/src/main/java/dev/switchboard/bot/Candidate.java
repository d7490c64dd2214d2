package dev.switchboard.bot;

import java.util.List;
import java.util.Map;

/**
 * An article that may answer a question, by its best passage.
 *
 * @param passage the passage that speaks most for the article
 * @param matched the wording that matched best: a variant of a FAQ, or the passage's own text
 * @param probability calibrated chance, 0 to 1, that the article really answers the question
 * @param scores what each part of the ranking said, by its name in the receipt
 * @param quotes the sentences of the passage that answer, in their order, letter for letter
 */
public record Candidate(
    Passage passage,
    String matched,
    double probability,
    Map<String, Double> scores,
    List<String> quotes) {

  public Candidate {
    scores = Map.copyOf(scores);
    quotes = List.copyOf(quotes);
  }
}
