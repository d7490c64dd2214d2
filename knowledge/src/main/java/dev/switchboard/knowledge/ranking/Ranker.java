package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Probe;
import dev.switchboard.knowledge.index.Snapshot;
import dev.switchboard.knowledge.ranking.RankingModel.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranks the articles of an index for a question. Safe for use by many threads. */
public final class Ranker {

  private static final int MOST = 10;

  private final LearnedWeights learned;

  private Ranker(LearnedWeights learned) {
    this.learned = learned;
  }

  /** The ranker with the weights that come with the product. */
  public static Ranker shipped() {
    return new Ranker(LearnedWeights.shipped());
  }

  /** The ranker with weights as {@link Training#learn} returned them. */
  public static Ranker with(List<String> weights) {
    return new Ranker(LearnedWeights.read(weights));
  }

  /**
   * The best articles for a question.
   *
   * @param candidates at most ten, the most probable first
   * @param covered chance, 0 to 1, that any article answers
   */
  public record Ranking(List<Candidate> candidates, double covered) {}

  /**
   * Ranks the articles near the question.
   *
   * @param query the question
   * @param probes the question as a whole with its vector, then its sentences
   * @param index where to look
   * @param classifier what was learned from the wordings in the index, where anything was
   */
  public Ranking rank(
      Query query, List<Probe> probes, Snapshot index, Optional<ExampleClassifier> classifier) {
    var field = Field.of(query, probes, index, classifier);
    if (field.ranked().isEmpty()) {
      return new Ranking(List.of(), 0);
    }
    var weights = learned.of(field);
    var chances = weights.ranking().rank(field);
    double right = weights.confidence().right(chances, field);
    double factor = right / Math.max(1e-12, chances.chances().getFirst().probability());
    var candidates = new ArrayList<Candidate>();
    for (var chance : chances.chances().subList(0, Math.min(MOST, chances.chances().size()))) {
      // Calibrated as the first one is, and never above it.
      double probability =
          candidates.isEmpty() ? right : chance.probability() * Math.min(1, factor);
      candidates.add(candidate(query, chance, probability, index, candidates.isEmpty()));
    }
    return new Ranking(candidates, weights.confidence().covered(chances, field));
  }

  /** Only the first is quoted, as only the first can become the answer. */
  private static Candidate candidate(
      Query query, Chance chance, double probability, Snapshot index, boolean first) {
    var ranked = chance.ranked();
    var entry = index.entry(ranked.show().doc());
    var quotes =
        first ? Quotes.of(query, entry.passage(), ranked.show().language()) : List.<String>of();
    return new Candidate(entry.passage(), entry.text(), probability, Field.named(ranked), quotes);
  }
}
