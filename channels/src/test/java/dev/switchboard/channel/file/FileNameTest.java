package dev.switchboard.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files as people read them. */
class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order.pdf                 | order.pdf
          My Order (2).PDF          | My Order (2).pdf
          ../../etc/passwd          | passwd
          C:\\Users\\ann\\order.pdf | order.pdf
          \\\\host\\share\\a.txt    | a.txt
          a:b.txt                   | b.txt
          .htaccess                 | htaccess
          ...                       | file
          CON                       | _CON
          nul.txt                   | _nul.txt
          com1.tar.txt              | _com1.tar.txt
          a.b.c.txt                 | a.b.c.txt
          order.                    | order
          order.toolongending       | order.toolongending
          caf\u00e9.txt             | caf\u00e9.txt
          cafe\u0301.txt            | caf\u00e9.txt
          \u5165\u91d1.pdf          | \u5165\u91d1.pdf
          evil\u202efdp.exe         | evilfdp.exe
          .\u200bhtaccess           | htaccess
          a<b>c?.txt                | a_b_c_.txt
          """)
  void saysWhatTheFileIsCalledAndNoMore(String given, String shown) {
    assertThat(FileName.of(given.replace("\\\\", "\\")).toString()).isEqualTo(shown);
  }

  @Test
  void cutsLongNamesAndKeepsTheEnding() {
    var name = FileName.of("a".repeat(4_000) + ".pdf").toString();
    var smiles = FileName.of("x" + "\ud83d\ude00".repeat(4_000) + ".pdf").toString();

    assertThat(name).hasSize(104).endsWith("a.pdf");
    assertThat(smiles).hasSizeLessThan(105).doesNotContain("\ud83d.");
  }

  @Test
  void leavesOutLinesAndMarksWithoutEnd() {
    assertThat(FileName.of("a\r\nb\0c\u007f.txt").toString()).isEqualTo("abc.txt");
    assertThat(FileName.of("a" + "\u0301".repeat(1_000) + ".txt").toString()).hasSizeLessThan(12);
  }
}
