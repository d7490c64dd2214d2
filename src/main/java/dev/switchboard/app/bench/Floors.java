package dev.switchboard.app.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.switchboard.knowledge.embedding.InProcessModel;
import dev.switchboard.knowledge.index.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/** The same question answered with as little as possible, and with the nearest library. */
final class Floors implements AutoCloseable {

  private static final int TOP = 10;
  private static final int RRF = 60;

  /** Beyond these, the library's store would need more heap than the launcher gives. */
  static final int MOST_IN_MEMORY = 10_000;

  private final EmbeddingModel miniLm = InProcessModel.miniLm();
  private final EmbeddingModel library = new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
  private final PlainIndex index;
  private final Ledger ledger;

  /** Made from the wordings of our own index, so that no text is embedded twice. */
  Floors(Snapshot ours, boolean inMemory, Scratch scratch) throws IOException, SQLException {
    index = new PlainIndex(ours, scratch.path("plain"));
    ledger = new Ledger(scratch.path("ledger"));
    if (inMemory) {
      ours.wordings((wording, vector) ->
          store.add(Embedding.from(PlainIndex.miniLm(vector)), TextSegment.from(wording.text())));
    }
  }

  /** Embedding, BM25, HNSW, and both lists joined by their ranks. */
  String barePath(String question) throws IOException {
    var vector = miniLm.embed(question).content().vector();
    var scores = new HashMap<String, Double>();
    vote(index.byWords(question, TOP), scores);
    vote(index.byMeaning(vector, TOP), scores);
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The bare path and a durable commit of what was asked and answered. */
  void barePathStored(String question) throws IOException, SQLException {
    ledger.write(question, barePath(question));
  }

  /** BM25 alone. */
  void words(String question) throws IOException {
    for (var hit : index.byWords(question, TOP)) {
      index.article(hit);
    }
  }

  /** LangChain4j as its manual has it: its own session, and a scan over all vectors. */
  void library(String question) {
    var request =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(library.embed(question).content())
            .maxResults(TOP)
            .build();
    store.search(request);
  }

  @Override
  public void close() throws IOException, SQLException {
    index.close();
    ledger.close();
  }

  private void vote(ScoreDoc[] hits, Map<String, Double> scores) throws IOException {
    int rank = 0;
    for (var hit : Arrays.asList(hits)) {
      scores.merge(index.article(hit), 1.0 / (RRF + rank++), Double::sum);
    }
  }
}
