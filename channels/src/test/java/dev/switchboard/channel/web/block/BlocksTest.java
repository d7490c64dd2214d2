package dev.switchboard.channel.web.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.web.block.Inline.Break;
import dev.switchboard.channel.web.block.Inline.Emphasis;
import dev.switchboard.channel.web.block.Inline.Link;
import dev.switchboard.channel.web.block.Inline.Mark;
import dev.switchboard.channel.web.block.Inline.Strong;
import dev.switchboard.channel.web.block.Inline.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

  @Test
  void readsEveryKindOfBlock() {
    var blocks =
        Blocks.of(
            """
            ## Returns

            Send it **back**.

            3. one
            4. two
               - deep

            > said

            ```java
            int x;
            ```

            | A | B |
            | - | - |
            | 1 | 2 |

            ---
            """,
            0);

    assertThat(blocks)
        .containsExactly(
            new Block.Heading(2, text("Returns")),
            paragraph(new Text("Send it "), new Strong(text("back")), new Text(".")),
            new Block.Items(
                true,
                3,
                List.of(
                    List.of(paragraph(new Text("one"))),
                    List.of(
                        paragraph(new Text("two")),
                        new Block.Items(false, 1, List.of(List.of(paragraph(new Text("deep")))))))),
            new Block.Quote(List.of(paragraph(new Text("said")))),
            new Block.Code("java", "int x;"),
            new Block.Table(List.of(text("A"), text("B")), List.of(List.of(text("1"), text("2")))),
            new Block.Rule());
  }

  @Test
  void marksTheCitationsThereAreAndNoOthers() {
    assertThat(Blocks.of("So it is [1][2], not [3] or [0].", 2))
        .containsExactly(
            paragraph(
                new Text("So it is "), new Mark(1), new Mark(2), new Text(", not [3] or [0].")));
  }

  @Test
  void keepsMarkupAsTheWordsItIsWrittenWith() {
    assertThat(Blocks.of("a <b onclick=x>b</b><script>c</script>", 0))
        .containsExactly(paragraph(new Text("a <b onclick=x>b</b><script>c</script>")));
    assertThat(Blocks.of("<script>alert(1)</script>", 0))
        .containsExactly(paragraph(new Text("<script>alert(1)</script>")));
  }

  @Test
  void dropsCommentsAndKeepsLineBreaks() {
    assertThat(Blocks.of("a<br>b <!-- secret -->c\\\nd", 0))
        .containsExactly(
            paragraph(new Text("a"), new Break(), new Text("b c"), new Break(), new Text("d")));
    assertThat(Blocks.of("<!-- secret\n\nstill -->", 0)).isEmpty();
  }

  @Test
  void showsAnImageAsItsDescription() {
    assertThat(Blocks.of("![the *red* button](https://evil.example/x.png?q=secret)", 0))
        .containsExactly(paragraph(new Text("the red button")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example/help?a=1#b",
        "http://shop.example",
        "HTTPS://shop.example/",
        "mailto:help@shop.example"
      })
  void linksToPagesAndMail(String url) {
    assertThat(Blocks.of("[*here*](" + url + ")", 0))
        .containsExactly(paragraph(new Link(url, List.of(new Emphasis(text("here"))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#x73;cript:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://shop.example/1",
        "//evil.example/x",
        "/relative",
        "#anchor",
        "https://shop.example@evil.example/",
        "https:evil",
        "https://",
        "https://evil.example\\@shop.example",
        "mailto:",
        ""
      })
  void showsALinkThatLeadsElsewhereAsItsWords(String url) {
    assertThat(Blocks.of("[here](" + url + ")", 0)).containsExactly(paragraph(new Text("here")));
  }

  @Test
  void hasNoBlocksForABlankText() {
    assertThat(Blocks.of(" \n\t\n", 1)).isEmpty();
  }

  private static Block.Paragraph paragraph(Inline... content) {
    return new Block.Paragraph(List.of(content));
  }

  private static List<Inline> text(String text) {
    return List.of(new Text(text));
  }
}
