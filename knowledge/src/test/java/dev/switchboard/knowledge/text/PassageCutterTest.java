package dev.switchboard.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageCutterTest {

  private static final TokenCount TOKENS = new TokenCount();

  private final PassageCutter cutter = new PassageCutter(TOKENS, TokenCount.LIMIT);

  @Test
  void keepsTheHeadingsAboveAPassage() {
    var pieces =
        cut(
            "Returns",
            "# Returns\n\nIntro.\n\n## By post\n\n### Labels\n\nPrint it.\n\n## In store");
    assertThat(pieces)
        .containsExactly(
            new Piece(List.of(), "Intro."), new Piece(List.of("By post", "Labels"), "Print it."));
  }

  @Test
  void everyPassageFitsWithItsContextIntoWhatTheModelReads() {
    var paragraph =
        IntStream.range(0, 60)
            .mapToObj(i -> "Sentence number " + i + " says something about refunds.")
            .collect(Collectors.joining(" "));
    var table =
        IntStream.range(0, 50)
            .mapToObj(i -> "| size " + i + " | chest " + (80 + i) + " cm |")
            .collect(Collectors.joining("\n", "| a | b |\n|---|---|\n", ""));
    var word = "x".repeat(3_000);
    var title = "A title of several words";
    var pieces = cut(title, "## One\n\n" + paragraph + "\n\n" + table + "\n\n## Two\n\n" + word);
    assertThat(pieces).hasSizeGreaterThan(8);
    for (var piece : pieces) {
      // The marks at both ends are tokens too.
      assertThat(TOKENS.applyAsInt(PassageCutter.inContext(title, piece)))
          .isLessThanOrEqualTo(TokenCount.LIMIT - 2);
    }
  }

  @Test
  void everyPassageStandsInTheTextLetterForLetterAndNothingIsLost() {
    var text =
        "Refunds take *five* days.  \nThen ask us.\n\n- one\n- two\n\n> quoted\n\n```\ncode\n```\n";
    var pieces = cut("Refunds", text);
    assertThat(pieces).isNotEmpty().allMatch(piece -> text.contains(piece.text()));
    assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
        .contains("five", "Then ask us", "one", "two", "quoted", "code");
  }

  @Test
  void aTextWithoutWordsHasNoPassages() {
    assertThat(cut("Empty", "  \n\n# Only a heading\n")).isEmpty();
  }

  @Test
  void aVeryLongTitleDoesNotKeepPassagesFromBeingCut() {
    var pieces = cut("title ".repeat(300), "A short text.");
    assertThat(pieces).extracting(Piece::text).containsExactly("A short text.");
  }

  private List<Piece> cut(String title, String markdown) {
    return cutter.cut(title, markdown, Locale.ENGLISH);
  }
}
