package dev.switchboard.escalation.tone;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How the weights of {@link Tones} were learned; not used when the product runs. */
public final class ToneTraining {
  private static final int AT_ONCE = 512;

  private final EmbeddingModel model;

  /** Learns on the embeddings of that model. */
  public ToneTraining(EmbeddingModel model) {
    this.model = model;
  }

  /**
   * A text and whether it carries the signal.
   *
   * @param text what somebody wrote, not blank
   * @param positive whether it does
   */
  public record Labelled(String text, boolean positive) {}

  /** The content of the file that {@link Tones} reads; the same for the same texts. */
  public byte[] learn(List<Labelled> annoyed, List<Labelled> abusive) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      ClassifierTraining.train(examples(annoyed)).write(out);
      ClassifierTraining.train(examples(abusive)).write(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private List<Example> examples(List<Labelled> texts) {
    var examples = new ArrayList<Example>(texts.size());
    for (int from = 0; from < texts.size(); from += AT_ONCE) {
      var part = texts.subList(from, Math.min(texts.size(), from + AT_ONCE));
      var segments = part.stream().map(one -> TextSegment.from(one.text())).toList();
      var vectors = model.embedAll(segments).content();
      for (int i = 0; i < part.size(); i++) {
        var one = part.get(i);
        examples.add(new Example(vectors.get(i).vector(), Features.of(one.text()), one.positive()));
      }
    }
    return examples;
  }
}
