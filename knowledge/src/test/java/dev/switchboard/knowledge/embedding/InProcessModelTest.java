package dev.switchboard.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.switchboard.knowledge.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class InProcessModelTest {

  private static final List<String> TEXTS =
      List.of(
          "Where is my parcel?",
          "E-217",
          "Wie lange dauert der Versand?",
          "返品はどうすればいいですか",
          "I ordered boots last week and they are too small, can I exchange them in your store?");

  @Test
  void saysTheSameAsTheLibrarysOwnSessions() {
    sameVectors(InProcessModel.miniLm(), new AllMiniLmL6V2QuantizedEmbeddingModel());
    sameVectors(InProcessModel.bgeSmall(), new BgeSmallEnV15QuantizedEmbeddingModel());
  }

  @Test
  void theMeanOfBothCosinesIsTheCosineOfJoinedVectors() {
    var one = Models.SHIPPED.embed(TEXTS.get(0)).content().vector();
    var other = Models.SHIPPED.embed(TEXTS.get(4)).content().vector();
    double left = dot(one, other, 0, one.length / 2) * 2;
    double right = dot(one, other, one.length / 2, one.length) * 2;
    assertThat(dot(one, one, 0, one.length)).isEqualTo(1, within(1e-4));
    assertThat(dot(one, other, 0, one.length)).isEqualTo((left + right) / 2, within(1e-5));
  }

  @Test
  void oneByOneAndAllTogetherGiveTheSame() {
    var together =
        Models.SHIPPED
            .embedAll(TEXTS.stream().map(dev.langchain4j.data.segment.TextSegment::from).toList())
            .content();
    for (int i = 0; i < TEXTS.size(); i++) {
      var alone = Models.SHIPPED.embed(TEXTS.get(i)).content().vector();
      assertThat(together.get(i).vector()).containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void saysHowManyNumbersAVectorHas() {
    assertThat(Models.SHIPPED.embed("card").content().vector()).hasSize(Models.SHIPPED.dimension());
  }

  private static void sameVectors(EmbeddingModel ours, EmbeddingModel theirs) {
    for (var text : TEXTS) {
      assertThat(ours.embed(text).content().vector())
          .as(text)
          .containsExactly(theirs.embed(text).content().vector(), within(1e-3f));
    }
  }

  private static double dot(float[] one, float[] other, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
