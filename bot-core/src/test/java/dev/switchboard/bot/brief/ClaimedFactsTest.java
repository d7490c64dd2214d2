package dev.switchboard.bot.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My order #A-10025 is late               | NUMBER #A-10025
          Order ORD-2024-1187, please             | NUMBER ORD-2024-1187
          Where is 4711002?                       | NUMBER 4711002
          ordered on 2026-11-03                   | DATE 2026-11-03
          am 3.11.2026 bestellt                   | DATE 3.11.2026
          since November 3rd, 2026                | DATE November 3rd, 2026
          le 3 novembre                           | DATE 3 novembre
          on the 3rd of May                       | DATE 3rd of May
          I paid €49.90                           | AMOUNT €49.90
          49,90 EUR sind weg                      | AMOUNT 49,90 EUR
          write to ada.l+shop@mail.example.com.   | EMAIL ada.l+shop@mail.example.com
          """)
  void readsFactsByTheirForm(String text, String fact) {
    assertThat(ClaimedFacts.in(List.of(turn(1, text)), 8))
        .extracting(found -> found.kind() + " " + found.value())
        .containsExactly(fact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have 2 dogs and 15 cats",
        "It is 2026 already",
        "Card 4111111111111111",
        "Card 4111 1111 1111 1111",
        "call +49 30 901820",
        "v1.2.3",
        "maybe a march",
        "see https://shop.example/a"
      })
  void takesNothingElseForAFact(String text) {
    assertThat(ClaimedFacts.in(List.of(turn(1, text)), 8)).isEmpty();
  }

  @Test
  void namesEachFactOnceWithTheTurnItWasFirstSaidIn() {
    var facts =
        ClaimedFacts.in(
            List.of(turn(1, "Order 4711002 of 2026-11-03"), turn(4, "4711002! And 4711003.")), 8);

    assertThat(facts).extracting(Fact::value).containsExactly("4711002", "2026-11-03", "4711003");
    assertThat(facts).extracting(Fact::seq).containsExactly(1L, 1L, 4L);
  }

  @Test
  void readsHostileTextsQuickly() {
    for (var piece : List.of("1-", "a.a@", "1.1.", "#A", "1,", "A-1", "@a.", " 1")) {
      var text = piece.repeat(Message.MAX_LENGTH / piece.length());
      var turns = IntStream.range(0, 50).mapToObj(i -> turn(i, text)).toList();

      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ClaimedFacts.in(turns, 8));
    }
  }

  private static Turn turn(long seq, String text) {
    return new Turn("c", seq, seq, Author.CUSTOMER, "", text, "", "", Instant.EPOCH);
  }
}
