package dev.switchboard.channel.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.web.block.Blocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text on its way into Slack. */
class MrkdwnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> read this",
        "<@U0AGENTANA>",
        "<https://evil.example|our bank>",
        "<#C0ESCALATE|general>",
        "&lt;!here&gt; &amp;",
        "a < b && c > d"
      })
  void givesNobodysWordsPower(String words) {
    var escaped = Mrkdwn.escaped(words);

    assertThat(escaped).doesNotContain("<", ">");
    assertThat(SlackWords.of(escaped, user -> user)).isEqualTo(words);
  }

  @Test
  void quotesEachLine() {
    assertThat(Mrkdwn.quoted("one\n<two>", 100)).isEqualTo("> one\n> &lt;two&gt;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          **bold** and *slanted* [1]             ~ *bold* and _slanted_ [1]
          [our page](https://a.example/x?y=1&z)  ~ <https://a.example/x?y=1&amp;z¦our page>
          [evil](javascript:alert(1))            ~ evil
          # Title                                ~ *Title*
          - one                                  ~ • one
          3. three                               ~ 3. three
          <!channel>                             ~ &lt;!channel&gt;
          """)
  void writesMarkdownInSlacksOwnMarkup(String row) {
    var parts = row.split("~", 2);
    var expected = parts[1].strip().replace('¦', '|');

    assertThat(Mrkdwn.of(Blocks.of(parts[0].strip(), 1))).isEqualTo(expected);
  }

  @Test
  void letsNoLabelEndALinkEarly() {
    assertThat(Mrkdwn.link("https://a.example/|x>", "two|words\nmore"))
        .isEqualTo("<https://a.example/%7Cx&gt;|two¦words more>");
  }

  @Test
  void cutsNoCharacterAndNoEntityInTwo() {
    assertThat(Cut.to("ab&amp;cd", 5)).isEqualTo("ab…");
    assertThat(Cut.to("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(Cut.to("abcd", 4)).isEqualTo("abcd");
    assertThat(Cut.to("see <https://a.example|it>", 12)).isEqualTo("see …");
  }

  @Test
  void cutsLongTextsAtTheEndsOfLines() {
    var pieces = Cut.pieces("first line\nsecond line\nthird", 24);

    assertThat(pieces).containsExactly("first line\nsecond line", "third");
    assertThat(Cut.pieces("x".repeat(100), 30)).hasSize(4).allMatch(piece -> piece.length() <= 30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          hi <@U0AGENTANA>                       ~ hi @Ana
          in <#C0ESCALATE|support>               ~ in #support
          <!here> look                           ~ @here look
          <https://a.example/x|a.example/x>      ~ https://a.example/x
          <https://a.example/x|our page>         ~ our page (https://a.example/x)
          <mailto:a@b.example|a@b.example>       ~ a@b.example
          1 &lt; 2 &amp;amp; 3                   ~ 1 < 2 &amp; 3
          costs $5 \\1                           ~ costs $5 \\1
          """)
  void readsWhatPeopleWrite(String sent, String words) {
    assertThat(SlackWords.of(sent, _ -> "Ana")).isEqualTo(words);
  }
}
