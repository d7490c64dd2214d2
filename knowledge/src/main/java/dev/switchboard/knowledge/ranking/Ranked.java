package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.index.Hit;

/**
 * An article near a question.
 *
 * @param articleId the article
 * @param show the entry that speaks most for it
 * @param features what is known of it, by {@link Feature}
 */
record Ranked(String articleId, Hit show, double[] features) {

  double of(Feature feature) {
    return features[feature.ordinal()];
  }
}
