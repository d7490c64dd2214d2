package dev.switchboard.bot;

import java.util.List;

/**
 * An earlier question of the same conversation and the articles that answered it.
 *
 * @param question what the customer wrote
 * @param articleIds the articles that were shown in return, empty when none
 */
public record Exchange(String question, List<String> articleIds) {

  public Exchange {
    articleIds = List.copyOf(articleIds);
  }
}
