package dev.switchboard.bot;

import java.util.List;

/**
 * An earlier question of the same conversation and the articles that answered it.
 *
 * @param question what the customer wrote
 * @param articleIds the articles that were shown in return, empty when none
 * @param answered whether one of them was given as the answer, not only offered for choice
 * @param rejected whether the customer said that it did not help
 */
public record Exchange(
    String question, List<String> articleIds, boolean answered, boolean rejected) {

  public Exchange {
    articleIds = List.copyOf(articleIds);
  }

  /** One of which it is not known how it was answered, and whether that helped. */
  public Exchange(String question, List<String> articleIds) {
    this(question, articleIds, false, false);
  }
}
