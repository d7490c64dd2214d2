package dev.switchboard.knowledge.training;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Embeds each text once, as the worlds share most of theirs. For one thread. */
final class RememberingModel implements EmbeddingModel {

  private final EmbeddingModel model;
  private final Map<String, Embedding> known = new HashMap<>();

  RememberingModel(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    var missing =
        segments.stream().filter(one -> !known.containsKey(one.text())).distinct().toList();
    if (!missing.isEmpty()) {
      var vectors = model.embedAll(missing).content();
      for (int i = 0; i < missing.size(); i++) {
        known.put(missing.get(i).text(), vectors.get(i));
      }
    }
    return Response.from(
        segments.stream().map(one -> Objects.requireNonNull(known.get(one.text()))).toList());
  }

  @Override
  public int dimension() {
    return model.dimension();
  }
}
