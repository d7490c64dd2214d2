package dev.switchboard.knowledge.ranking;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Query;
import dev.switchboard.knowledge.index.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranks the articles of an index for a question. Safe for use by many threads. */
public final class Ranker {

  private static final int MOST = 10;

  private final RankingModel model;

  private Ranker(RankingModel model) {
    this.model = model;
  }

  /** The ranker with the weights that come with the product. */
  public static Ranker shipped() {
    return new Ranker(RankingModels.shipped());
  }

  /**
   * The best articles for a question, at most ten, the most probable first.
   *
   * @param query the question
   * @param vector its vector
   * @param index where to look
   * @param classifier what was learned from the wordings in the index, where anything was
   */
  public List<Candidate> rank(
      Query query, float[] vector, Snapshot index, Optional<ExampleClassifier> classifier) {
    var chances = model.rank(Field.of(query, vector, index, classifier));
    var candidates = new ArrayList<Candidate>();
    for (var chance : chances.subList(0, Math.min(MOST, chances.size()))) {
      candidates.add(candidate(query, chance, index, candidates.isEmpty()));
    }
    return candidates;
  }

  /** Only the first is quoted, as only the first can become the answer. */
  private static Candidate candidate(
      Query query, RankingModel.Chance chance, Snapshot index, boolean first) {
    var ranked = chance.ranked();
    var passage = index.passage(ranked.show().doc());
    Map<String, Double> scores = Field.named(ranked.features());
    var quotes = first ? Quotes.of(query, passage, ranked.show().language()) : List.<String>of();
    return new Candidate(
        passage, index.text(ranked.show().doc()), chance.probability(), scores, quotes);
  }
}
