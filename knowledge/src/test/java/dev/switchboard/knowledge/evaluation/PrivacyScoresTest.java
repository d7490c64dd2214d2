package dev.switchboard.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.bot.privacy.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyScoresTest {
  @TempDir private Path folder;

  @Test
  void countsWhatOverlapsALabelOfTheSameKind() throws IOException {
    var scores =
        scores(
            """
            {"text":"Ana, a@x.test","spans":[{"type":"EMAIL_ADDRESS","start":6,"end":10,"value":"@x.t"},\
            {"type":"PERSON","start":0,"end":3}]}

            {"text":"b@x.test or c@x.test","spans":[{"type":"PHONE_NUMBER","start":0,"end":8}]}
            """);

    assertThat(scores.n()).isEqualTo(2);
    assertThat(scores.together().labels()).isEqualTo(2);
    assertThat(scores.together().precision()).isEqualTo(1.0 / 3, within(1e-9));
    assertThat(scores.together().recall()).isEqualTo(0.5);
    assertThat(scores.together().f1()).isEqualTo(0.4, within(1e-9));
    assertThat(scores.recallOfAll()).isEqualTo(2.0 / 3, within(1e-9));
    assertThat(scores.byKind().get(Found.Kind.PHONE_NUMBER))
        .isEqualTo(new PrivacyScores.Share(1, Double.NaN, 0, 0));
    assertThat(scores.byKind().get(Found.Kind.US_SSN))
        .isEqualTo(new PrivacyScores.Share(0, Double.NaN, Double.NaN, Double.NaN));
  }

  @Test
  void countsASignOutsideTheBasicPlaneAsOne() throws IOException {
    var text =
        LabelledTextFile.read(file("{\"text\":\"😀 x\",\"spans\":[{\"start\":2,\"end\":3}]}"));

    assertThat(text.getFirst().labels()).containsExactly(new LabelledText.Label("", 3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"text\":",
        "{\"text\":\"x\",\"spans\":5}",
        "{\"text\":\"x\",\"spans\":[{\"type\":\"PERSON\"}]}",
        "{\"text\":\"x\",\"spans\":[{\"type\":\"PERSON\",\"start\":0,\"end\":2}]}",
        "{\"text\":\"x\",\"spans\":[{\"type\":\"PERSON\",\"start\":\"0\",\"end\":1}]}",
      })
  void namesTheLineThatIsNotOne(String line) throws IOException {
    var file = file("{\"text\":\"fine\"}\n" + line + "\n");

    assertThatThrownBy(() -> LabelledTextFile.read(file))
        .isInstanceOf(BadQuestionFile.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void refusesAFileWithoutTexts() throws IOException {
    var empty = file("\n");

    assertThatThrownBy(() -> LabelledTextFile.read(empty)).hasMessageContaining("empty");
    assertThatThrownBy(() -> LabelledTextFile.read(folder)).hasMessageContaining("cannot be read");
  }

  private PrivacyScores scores(String lines) throws IOException {
    return PrivacyScores.of(LabelledTextFile.read(file(lines)));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("texts.jsonl"), text);
  }
}
