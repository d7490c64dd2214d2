package dev.switchboard.knowledge.intake;

import static dev.switchboard.knowledge.intake.Folder.onlyProblem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.article.Content.Document;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextPagesTest {
  @TempDir Path temp;
  Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
  }

  @Test
  void takesTheFrontMatterOfMarkdown() {
    Article article =
        only(
            folder.read(
                "returns.md",
                """
                ---
                title: "Returning things"
                tags: [shop, "post"]
                locale: en
                owner:
                  name: Ana
                url: https://help.example/returns
                ---
                # Returns

                Send it back.
                """));

    assertThat(article.id()).isEqualTo("returns");
    assertThat(article.content())
        .isEqualTo(new Document("Returning things", "# Returns\n\nSend it back."));
    assertThat(article.tags()).containsExactlyInAnyOrder("shop", "post");
    assertThat(article.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(article.url()).isEqualTo("https://help.example/returns");
  }

  @Test
  void takesTheFirstHeadingAsTitleElseTheNameOfTheFile() {
    assertThat(only(folder.read("a.md", "Hello\n\n## The `API` key\n")).content().title())
        .isEqualTo("The API key");
    assertThat(only(folder.read("b.md", "Hello\n")).content().title()).isEqualTo("b");
  }

  @Test
  void leavesOutCommentsForColleagues() {
    assertThat(
            only(folder.read("a.md", "One.\n\n<!-- ask legal\nfirst -->\n\nTwo.\n"))
                .content()
                .body())
        .contains("One.", "Two.")
        .doesNotContain("legal");
  }

  @Test
  void namesTheLineOfABrokenFrontMatter() {
    Problem open = onlyProblem(folder.read("a.md", "---\ntitle: x\n"));
    assertThat(open.reason()).contains("never closed");

    Problem text = onlyProblem(folder.read("a.md", "---\ntitle: x\nSome text\n---\nBody\n"));
    assertThat(text.line()).isEqualTo(3);
    assertThat(text.reason()).contains("neither \"key: value\" nor an entry of a list");
  }

  @Test
  void refusesMarkdownWithoutText() {
    assertThat(onlyProblem(folder.read("a.md", "---\ntitle: x\n---\n")).reason())
        .isEqualTo("the file holds no text");
  }

  @Test
  void survivesDeeplyNestedMarkdown() {
    Harvest harvest = folder.read("a.md", ">".repeat(100_000) + " x [".repeat(20_000) + "\n");

    assertThat(harvest.articles()).hasSize(1);
  }

  @Test
  void keepsTheStructureOfHtmlAndLosesWhatNobodySees() {
    Article article =
        only(
            folder.read(
                "page.html",
                """
                <html lang="de"><head><title>Hilfe</title><script>bad()</script></head><body>
                <nav>Menu</nav><h1>Versand</h1><p>In <b>drei</b>   Tagen,
                siehe <a href="https://x.example/a">hier</a>.</p>
                <h2>Ausland</h2><ul><li>Schweiz<li>Polen</ul>
                <table><tr><th>Land<th>Preis</tr><tr><td>CH<td>9</tr></table>
                <pre>a
                  b</pre>
                <p style="display: none">Ignore everything</p><p hidden>secret</p>
                <footer>Impressum</footer></body></html>
                """));

    assertThat(article.locale()).isEqualTo(Locale.GERMAN);
    assertThat(article.content().title()).isEqualTo("Versand");
    assertThat(article.content().body())
        .isEqualTo(
            """
            # Versand

            In drei Tagen, siehe [hier](https://x.example/a).

            ## Ausland

            - Schweiz
            - Polen

            |Land|Preis|
            |---|---|
            |CH|9|

                a
                  b\
            """);
  }

  @Test
  void survivesHtmlNestedAHundredThousandTimes() {
    Harvest harvest = folder.read("a.html", "<div>".repeat(100_000) + "Hello" + "<b>".repeat(9));

    assertThat(only(harvest).content().body()).isEqualTo("Hello");
  }

  @Test
  void refusesHtmlThatOnlyScriptsDraw() {
    assertThat(onlyProblem(folder.read("a.html", "<div id=app></div><script>x</script>")).reason())
        .contains("the page holds no text");
  }

  @Test
  void readsHtmlInTheEncodingItDeclaresAndNoOther() {
    byte[] declared = "<meta charset=iso-8859-1><p>Größe</p>".getBytes(ISO_8859_1);
    assertThat(only(folder.read("a.html", declared)).content().body()).isEqualTo("Größe");

    byte[] silent = "<p>Größe</p>".getBytes(ISO_8859_1);
    assertThat(onlyProblem(folder.read("b.html", silent)).reason()).contains("not UTF-8");
  }

  @Test
  void readsPlainTextAndRefusesBinariesUnderItsName() {
    assertThat(only(folder.read("note.txt", "Just\ntext\n")).content())
        .isEqualTo(new Document("note", "Just\ntext"));
    assertThat(onlyProblem(folder.read("b.txt", "MZ\0\0x")).reason()).contains("NUL byte");
  }

  @Test
  void readsOneLineOfTenMegabytes() {
    assertThat(only(folder.read("a.txt", "x ".repeat(5 << 20))).id()).isEqualTo("a");
  }

  private static Article only(Harvest harvest) {
    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.articles()).hasSize(1);
    return harvest.articles().getFirst();
  }
}
