package dev.switchboard.knowledge.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a field into probabilities: a conditional logit over the articles with one more
 * alternative, "none of them" (McFadden, Conditional Logit Analysis of Qualitative Choice Behavior,
 * 1974).
 *
 * @param article the weights of {@link ArticleSignals}
 * @param nothing the weights of {@link FieldSignals}, which speak for "none of them"
 */
record RankingModel(double[] article, double[] nothing) {

  /** An article with its chance. */
  record Chance(Ranked ranked, double probability) {}

  /**
   * What may answer.
   *
   * @param chances of all articles in the field, the best first
   * @param none the chance that none of them does; all together make 1
   */
  record Chances(List<Chance> chances, double none) {}

  Chances rank(Field field) {
    var scores = new double[field.ranked().size()];
    double none = dot(nothing, FieldSignals.of(field));
    double most = none;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = dot(article, ArticleSignals.of(field.ranked().get(i).features()));
      most = Math.max(most, scores[i]);
    }
    double sum = Math.exp(none - most);
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    var chances = new ArrayList<Chance>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      chances.add(new Chance(field.ranked().get(i), Math.exp(scores[i] - most) / sum));
    }
    chances.sort(
        Comparator.comparingDouble(Chance::probability)
            .reversed()
            .thenComparing(chance -> chance.ranked().articleId()));
    return new Chances(chances, Math.exp(none - most) / sum);
  }

  static double dot(double[] weights, double[] signals) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * signals[i];
    }
    return sum;
  }
}
