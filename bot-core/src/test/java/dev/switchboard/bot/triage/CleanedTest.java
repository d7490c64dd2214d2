package dev.switchboard.bot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Message;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class CleanedTest {

  @Test
  void removesWhatCannotBeSeen() {
    assertThat(clean("re\u200Bfu\u202End\u0000 \uDB40\uDC41\uE000now\uFEFF"))
        .isEqualTo("refund now");
  }

  @Test
  void foldsWhiteSpaceAndKeepsLines() {
    assertThat(clean("  a \u00A0\t b \r\n\n  c\u3000d ")).isEqualTo("a b\nc d");
  }

  @Test
  void composesAccents() {
    assertThat(clean("Cafe\u0301")).isEqualTo("Caf\u00E9");
  }

  @Test
  void capsCombiningMarks() {
    assertThat(clean("x" + "\u0335".repeat(1_000))).isEqualTo("x" + "\u0335".repeat(8));
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(clean("a\uD800b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void keepsEmojiFamiliesAndPersianWordsWhole() {
    var family = "👨\u200D👩\u200D👧";
    assertThat(clean(family)).isEqualTo(family);
    assertThat(clean("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    assertThat(clean("re\u200Dfund")).isEqualTo("refund");
  }

  @Test
  void cutsBetweenGraphemes() {
    var text = Cleaned.of("a".repeat(Message.MAX_LENGTH - 1) + "😀 and more");
    assertThat(text.cut()).isTrue();
    assertThat(text.text()).isEqualTo("a".repeat(Message.MAX_LENGTH - 1));
  }

  @Test
  void doesNotCutWhatFitsWithoutTheSpaceAround() {
    assertThat(Cleaned.of(" ".repeat(10_000) + "refund").cut()).isFalse();
  }

  @Property(tries = 300)
  void neverFailsAndIsDoneAfterOnePass(@ForAll String raw) {
    var once = clean(raw);
    assertThat(once.length()).isLessThanOrEqualTo(Message.MAX_LENGTH);
    assertThat(clean(once)).isEqualTo(once);
  }

  private static String clean(String raw) {
    return Cleaned.of(raw).text();
  }
}
