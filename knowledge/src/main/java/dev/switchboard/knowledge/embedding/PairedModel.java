package dev.switchboard.knowledge.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two embedding models seen as one: their vectors stand one behind the other, each scaled by
 * 1/&radic;2, so the cosine of two joined vectors is the mean of the two cosines.
 */
public final class PairedModel implements EmbeddingModel, AutoCloseable {

  private static final float SCALE = (float) Math.sqrt(0.5);

  private final CompletableFuture<EmbeddingModel> left;
  private final CompletableFuture<EmbeddingModel> right;
  private final ExecutorService beside;
  // A message is heard and looked up, each of which asks for the same vector.
  private final Map<String, Embedding> latest = Collections.synchronizedMap(new Latest());

  private static final class Latest extends LinkedHashMap<String, Embedding> {
    private static final int MOST = 32;
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
      return size() > MOST;
    }
  }

  private PairedModel(
      CompletableFuture<EmbeddingModel> left,
      CompletableFuture<EmbeddingModel> right,
      ExecutorService beside) {
    this.left = left;
    this.right = right;
    this.beside = beside;
  }

  /** MiniLM and bge-small, loading in the background at once; the first call waits for them. */
  public static PairedModel shipped() {
    var beside = threads();
    return new PairedModel(
        CompletableFuture.supplyAsync(InProcessModel::miniLm, beside),
        CompletableFuture.supplyAsync(InProcessModel::bgeSmall, beside),
        beside);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return segments.size() == 1
        ? Response.from(List.of(latest(segments.getFirst())))
        : Response.from(many(segments));
  }

  private Embedding latest(TextSegment segment) {
    var known = latest.get(segment.text());
    if (known != null) {
      return known;
    }
    var embedding = one(segment);
    latest.put(segment.text(), embedding);
    return embedding;
  }

  /** Told without waiting for the models. */
  @Override
  public int dimension() {
    return 2 * InProcessModel.DIMENSION;
  }

  @Override
  public String modelName() {
    return "all-minilm-l6-v2-q and bge-small-en-v1.5-q";
  }

  // A process that ends while its native library still loads a model crashes.
  @Override
  public void close() {
    left.handle((model, fault) -> fault == null).join();
    right.handle((model, fault) -> fault == null).join();
    beside.shutdownNow();
  }

  /** A question: both models at the same time, as a customer is waiting. */
  private Embedding one(TextSegment segment) {
    var other = CompletableFuture.supplyAsync(() -> embed(right, segment), beside);
    return join(embed(left, segment), other.join());
  }

  /** Passages: spread over the threads, as throughput counts. */
  private List<Embedding> many(List<TextSegment> segments) {
    Executor executor = beside;
    var pending = new ArrayList<CompletableFuture<Embedding>>(segments.size());
    for (var segment : segments) {
      pending.add(
          CompletableFuture.supplyAsync(
              () -> join(embed(left, segment), embed(right, segment)), executor));
    }
    return pending.stream().map(CompletableFuture::join).toList();
  }

  private static float[] embed(CompletableFuture<EmbeddingModel> model, TextSegment segment) {
    return model.join().embed(segment).content().vector();
  }

  private static Embedding join(float[] first, float[] second) {
    var joined = new float[first.length + second.length];
    for (int i = 0; i < first.length; i++) {
      joined[i] = first[i] * SCALE;
    }
    for (int i = 0; i < second.length; i++) {
      joined[first.length + i] = second[i] * SCALE;
    }
    return Embedding.from(joined);
  }

  private static ExecutorService threads() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Executors.newFixedThreadPool(
        cores, Thread.ofPlatform().daemon().name("embedding-", 0).factory());
  }
}
