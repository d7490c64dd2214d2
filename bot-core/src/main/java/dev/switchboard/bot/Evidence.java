package dev.switchboard.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the knowledge holds on a question.
 *
 * @param query the question
 * @param candidates at most ten articles, the most probable first
 * @param covered calibrated chance, 0 to 1, that any article answers, whether or not the best one
 *     does
 * @param micros time spent, in microseconds, by stage
 */
public record Evidence(
    Query query, List<Candidate> candidates, double covered, Map<String, Long> micros) {

  public Evidence {
    candidates = List.copyOf(candidates);
    micros = Map.copyOf(micros);
  }

  /** The most probable article, if any was found at all. */
  public Optional<Candidate> best() {
    return candidates.stream().findFirst();
  }
}
