package dev.switchboard.knowledge.evaluation;

import dev.switchboard.bot.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything an evaluation found out.
 *
 * @param outcomes what became of each question
 * @param thresholds the thresholds that are shipped, at which the outcomes were decided unless the
 *     dial decided them
 * @param dial the dial, tried on the same questions
 * @param dialled whether the outcomes are those that the dial decided
 * @param titles the titles of all articles, by id
 * @param indexing how long the knowledge took to index and learn
 */
public record Findings(
    List<Outcome> outcomes,
    Thresholds thresholds,
    DialTrial dial,
    boolean dialled,
    Map<String, String> titles,
    Duration indexing) {

  public Findings {
    outcomes = List.copyOf(outcomes);
    titles = Map.copyOf(titles);
  }

  /** The figures. */
  public Scores scores() {
    return Scores.of(outcomes);
  }

  /** How long replies took. */
  public Latency latency() {
    return Latency.of(outcomes);
  }

  /** The expected ids that no article has: most likely typing errors. */
  public SortedSet<String> unknownIds() {
    var unknown = new TreeSet<String>();
    outcomes.forEach(outcome -> unknown.addAll(outcome.question().expected()));
    unknown.removeAll(titles.keySet());
    return unknown;
  }

  /** The title of the article, or its id where there is none. */
  public String title(String articleId) {
    return titles.getOrDefault(articleId, articleId);
  }
}
