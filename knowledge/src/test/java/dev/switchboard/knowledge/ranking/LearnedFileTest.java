package dev.switchboard.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.Models;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Faq;
import dev.switchboard.knowledge.index.KnowledgeIndex;
import dev.switchboard.knowledge.index.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedFileTest {

  private static final Article REFUND =
      faq("refund", "When do I get my money back?", "how long do refunds take");
  private static final Article HOURS =
      faq("hours", "When are your stores open?", "are you open on sunday");
  private static final Article GIFT =
      faq("gift", "How long is a gift card valid?", "does a voucher expire");

  private @TempDir Path data;
  private Path file;
  private int lessons;

  @BeforeEach
  void storeAndLearn() throws IOException {
    file = data.resolve("learned");
    change(List.of(REFUND, HOURS), List.of());
    start();
    assertThat(lessons).isEqualTo(1);
  }

  @Test
  void restartDoesNotLearnAgain() throws IOException {
    var kept = start();
    assertThat(lessons).isEqualTo(1);
    try (var index = index();
        var snapshot = index.snapshot()) {
      assertThat(thoughts(kept)).isEqualTo(thoughts(ExampleClassifier.train(snapshot)));
    }
  }

  @Test
  void learnsAnewWhenTheWordingsHaveChanged() throws IOException {
    change(List.of(GIFT), List.of());
    assertThat(start().orElseThrow().ask("gift", vector("gift")).of("gift")).isPresent();
    assertThat(lessons).isEqualTo(2);

    change(List.of(faq("gift", "How long is a gift card valid?", "voucher date")), List.of());
    start();
    assertThat(lessons).isEqualTo(3);

    change(List.of(), List.of("gift"));
    assertThat(start().orElseThrow().ask("gift", vector("gift")).of("gift")).isEmpty();
    assertThat(lessons).isEqualTo(4);
  }

  @Test
  void damagedFileIsMadeAnew() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    var damages =
        List.of(
            new byte[0],
            new byte[] {1, 2, 3},
            Arrays.copyOf(sound, sound.length / 2),
            Arrays.copyOf(sound, sound.length + 1),
            flipped(sound, 50),
            flipped(sound, sound.length / 2),
            flipped(sound, sound.length - 1));
    int before = lessons;
    for (byte[] damage : damages) {
      Files.write(file, damage);
      assertThat(start()).isPresent();
      assertThat(start()).isPresent();
      assertThat(lessons).isEqualTo(++before);
    }
  }

  @Test
  void fileOfAnotherFormatIsMadeAnew() throws IOException {
    byte[] other = Files.readAllBytes(file);
    other[Integer.BYTES - 1]++;
    Files.write(file, withFittingSum(other));
    start();
    start();
    assertThat(lessons).isEqualTo(2);
  }

  @Test
  void learnsAllTheSameWhereNothingCanBeKept() throws IOException {
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    assertThat(start()).isPresent();
    assertThat(lessons).isEqualTo(2);
  }

  @Test
  void keepsNothingWhereTooLittleIsLeftToLearn() throws IOException {
    change(List.of(), List.of("hours"));
    assertThat(start()).isEmpty();
    assertThat(file).doesNotExist();
  }

  /** What a process does that starts on the folder. */
  private Optional<ExampleClassifier> start() throws IOException {
    try (var index = index();
        var snapshot = index.snapshot()) {
      return new LearnedFile(file, this::learn).of(snapshot);
    }
  }

  private Optional<ExampleClassifier> learn(Snapshot snapshot) {
    lessons++;
    return ExampleClassifier.train(snapshot);
  }

  private void change(List<Article> put, List<String> removed) throws IOException {
    try (var index = index()) {
      index.put(put);
      index.remove(removed);
      index.commit(index.revision() + 1);
    }
  }

  private KnowledgeIndex index() throws IOException {
    return KnowledgeIndex.in(data.resolve("index"), Models.SHIPPED, text -> Locale.ENGLISH);
  }

  /** All figures that the ranking sees, for a question. */
  private static List<Object> thoughts(Optional<ExampleClassifier> classifier) {
    var question = "is the shop open when I want my money back";
    var opinion = classifier.orElseThrow().ask(question, vector(question));
    return List.of(
        opinion.of("hours"),
        opinion.of("refund"),
        opinion.of("gift"),
        opinion.raw("hours"),
        opinion.closeness("hours"),
        opinion.size("hours"),
        opinion.energy(),
        opinion.distance(),
        opinion.best(2));
  }

  private static float[] vector(String text) {
    return Models.SHIPPED.embed(text).content().vector();
  }

  private static byte[] flipped(byte[] sound, int at) {
    byte[] damaged = sound.clone();
    damaged[at] ^= 0x10;
    return damaged;
  }

  private static byte[] withFittingSum(byte[] bytes) {
    var sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    return ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue()).array();
  }

  private static Article faq(String id, String question, String... others) {
    return Article.of(id, new Faq(question, List.of(others), "The answer to " + question));
  }
}
