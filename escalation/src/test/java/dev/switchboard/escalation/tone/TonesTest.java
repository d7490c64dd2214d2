package dev.switchboard.escalation.tone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.switchboard.bot.Tone;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped weights; how well they hear is measured where the embedding model is. */
class TonesTest {
  private static final int SHIPPED = 768;
  private static final int MOST_BYTES = 2 << 20;

  @Test
  void hearsNothingInNothing() {
    var tones = Tones.shipped(new Flat(SHIPPED));

    for (var nothing : List.of("", " ", "\uFFFD\uFFFD", "\u0301", "\u0000")) {
      assertThat(tones.of(nothing)).isEqualTo(Tone.PLAIN);
      assertThat(tones.of("Where is it? " + nothing)).isNotEqualTo(Tone.PLAIN);
    }
  }

  @Test
  void soundsPlainWithAnEmbeddingModelOfAnotherWidth() {
    assertThat(Tones.shipped(new Flat(3)).of("this is terrible")).isEqualTo(Tone.PLAIN);
  }

  @Test
  void goesByTheWordsToo() {
    var tones = Tones.shipped(new Flat(SHIPPED));

    assertThat(tones.of("you stupid idiot").abusive())
        .isGreaterThan(tones.of("where is my order").abusive() + 0.1);
  }

  @Test
  void hearsAnOutburstBesideAPlainQuestion() {
    var tones = Tones.shipped(new Flat(SHIPPED));
    var question = "Where is my order, and how long will it take until it arrives";

    assertThat(tones.of(question + "? You stupid idiot!").abusive())
        .isGreaterThan(tones.of(question + " you stupid idiot!").abusive() + 0.05);
  }

  @Test
  void shipsInLessThanTwoMegabytes() throws IOException {
    try (var weights = Tones.class.getResourceAsStream("tones.bin")) {
      assertThat(weights).isNotNull();
      assertThat(weights.readAllBytes()).hasSizeLessThan(MOST_BYTES);
    }
  }

  /** Says the same of every text, and as the real ones do nothing of a text without a word. */
  private record Flat(int width) implements EmbeddingModel {
    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      assertThat(segments).noneMatch(segment -> segment.text().matches("[\\W\uFFFD]*"));
      return Response.from(
          segments.stream().map(segment -> Embedding.from(new float[width])).toList());
    }
  }
}
