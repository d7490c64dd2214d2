package dev.switchboard.knowledge;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Knowledge;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.knowledge.confidence.ShippedThresholds;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.index.Snapshot;
import dev.switchboard.knowledge.ranking.ExampleClassifier;
import dev.switchboard.knowledge.ranking.LearnedFile;
import dev.switchboard.knowledge.ranking.Probing;
import dev.switchboard.knowledge.ranking.Ranker;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The team's knowledge, held in a Lucene index: one embedding a question serves the search by
 * meaning, the classifier and the confidence.
 */
public final class LuceneKnowledge implements Knowledge {

  private final KnowledgeIndex index;
  private final EmbeddingModel model;
  private final Function<Snapshot, Optional<ExampleClassifier>> lesson;
  private final Ranker ranker = Ranker.shipped();
  private volatile Optional<ExampleClassifier> classifier = Optional.empty();
  private volatile Thresholds thresholds = ShippedThresholds.forAnyKnowledge();

  /** Learns anew in each process. */
  public LuceneKnowledge(KnowledgeIndex index, EmbeddingModel model) {
    this(index, model, ExampleClassifier::train);
  }

  /** Keeps what it learns in a file, for the next start. */
  public LuceneKnowledge(KnowledgeIndex index, EmbeddingModel model, Path learned) {
    this(index, model, new LearnedFile(learned)::of);
  }

  private LuceneKnowledge(
      KnowledgeIndex index,
      EmbeddingModel model,
      Function<Snapshot, Optional<ExampleClassifier>> lesson) {
    this.index = index;
    this.model = model;
    this.lesson = lesson;
  }

  @Override
  public Evidence find(Query query) {
    long start = System.nanoTime();
    try (var snapshot = index.snapshot()) {
      var probes = Probing.of(query, snapshot.hasDocuments(), model);
      long embedded = System.nanoTime();
      var ranking = ranker.rank(query, probes, snapshot, classifier);
      long ranked = System.nanoTime();
      return new Evidence(
          query,
          ranking.candidates(),
          ranking.covered(),
          Map.of("embedding", (embedded - start) / 1_000, "ranking", (ranked - embedded) / 1_000));
    }
  }

  @Override
  public Thresholds thresholds() {
    return thresholds;
  }

  @Override
  public Set<Locale> languages() {
    try (var snapshot = index.snapshot()) {
      return snapshot.languages();
    }
  }

  /** Decides by these from now on. */
  public void decideBy(Thresholds calibrated) {
    thresholds = calibrated;
  }

  /**
   * Learns from the wordings in the index, which takes seconds where there are hundreds of FAQs and
   * they have changed. Until it has returned, questions are answered by what was learned before.
   */
  public void learn() {
    try (var snapshot = index.snapshot()) {
      classifier = lesson.apply(snapshot);
    }
  }
}
