package dev.switchboard.knowledge.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/**
 * One embedding model in the place of two: both halves of a vector are its own, brought to length
 * 1/&radic;2. So a model of any dimension and scale fits where {@link PairedModel} does.
 */
public final class LoneModel implements EmbeddingModel {
  private final EmbeddingModel model;

  public LoneModel(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return Response.from(
        model.embedAll(segments).content().stream()
            .map(embedding -> twice(embedding.vector()))
            .toList());
  }

  @Override
  public int dimension() {
    return 2 * model.dimension();
  }

  @Override
  public String modelName() {
    return model.modelName();
  }

  private static Embedding twice(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    double scale = squares == 0 ? 0 : Math.sqrt(0.5 / squares);
    var twice = new float[2 * vector.length];
    for (int i = 0; i < vector.length; i++) {
      twice[i] = (float) (vector[i] * scale);
      twice[vector.length + i] = twice[i];
    }
    return Embedding.from(twice);
  }
}
