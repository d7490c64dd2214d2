package dev.switchboard.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question from standard input, whatever comes from there. */
class AskInputTest {
  private final Shell shell = new Shell();
  private final InputStream before = System.in;
  private String faq = "";

  @BeforeEach
  void write(@TempDir Path temp) throws IOException {
    faq =
        Files.writeString(
                temp.resolve("faq.csv"),
                "id,question,variants,answer,tags\n"
                    + "opening,When is the shop open?,opening hours,Daily from 9 to 17.,shop\n"
                    + "parking,Where can I park my car?,,Behind the house.,shop\n")
            .toString();
  }

  @AfterEach
  void restore() {
    System.setIn(before);
  }

  @Test
  void wantsAQuestion() {
    assertThat(ask(" \r\n\t\n")).isEqualTo(2);
    assertThat(shell.err()).startsWith("switchboard: the question is empty");
  }

  @Test
  void readsTheBeginningOfALongText() {
    assertThat(ask("When is the shop open? " + "x".repeat(100_000))).isZero();
    assertThat(shell.out()).contains("signals: cut", "When is the shop open?");
  }

  @Test
  void readsTheBeginningOfATextWithoutEnd() {
    assertThat(ask(new Endless())).isZero();
    assertThat(shell.out()).contains("cut");
  }

  @Test
  void takesEmojiAloneForNoQuestion() {
    assertThat(ask("😀😀🎉")).isZero();
    assertThat(shell.out()).contains("Decision: courtesy", "signals: meaningless");
  }

  @Test
  void readsPastControlCharactersAndBrokenBytes() {
    byte[] bytes = "When is\u001b[31m the \u0000shop\u0007 open? ÿ".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThat(ask(new ByteArrayInputStream(bytes))).isZero();
    assertThat(shell.out()).startsWith("Daily from 9 to 17.").doesNotContainPattern("[\\x00\\x1b]");
  }

  @Test
  void answersInTheLanguageOfATextFromRightToLeft() {
    assertThat(ask("متى أسترد أموالي؟")).isZero();
    assertThat(shell.out()).contains("language ar", "Decision: escalate");
  }

  private int ask(String input) {
    return ask(new ByteArrayInputStream(input.getBytes(UTF_8)));
  }

  private int ask(InputStream input) {
    System.setIn(input);
    return shell.run("ask", "-", "--knowledge", faq);
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }
  }
}
