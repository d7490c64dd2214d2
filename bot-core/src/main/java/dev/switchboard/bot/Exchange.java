package dev.switchboard.bot;

import java.util.List;

/**
 * An earlier question of the same conversation and the articles that answered it.
 *
 * @param question what the customer wrote
 * @param articleIds the articles that were shown in return, empty when none
 * @param rejected whether the customer said that it did not help
 */
public record Exchange(String question, List<String> articleIds, boolean rejected) {

  public Exchange {
    articleIds = List.copyOf(articleIds);
  }

  /** One of which nobody said that it did not help. */
  public Exchange(String question, List<String> articleIds) {
    this(question, articleIds, false);
  }
}
