package dev.switchboard.bot.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Tone;
import dev.switchboard.bot.brief.CaseBrief.Feeling;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.triage.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerTurnsTest {
  private final List<String> read = new ArrayList<>();
  private final CustomerTurns turns =
      new CustomerTurns(
          new Triage(Set::of),
          text -> {
            read.add(text);
            return new Tone(1, 0, Set.of(Signal.ANNOYED));
          });

  @Test
  void readsTheToneOfEachTurnOnce() {
    var first = turns.hear(turn("c", 1, "Where is it?"));

    assertThat(turns.hear(turn("c", 1, "Where is it?"))).isEqualTo(first);
    assertThat(first.feeling()).isEqualTo(Feeling.ANNOYED);
    assertThat(read).containsExactly("Where is it?");

    turns.hear(turn("c", 2, "Well?"));
    turns.hear(turn("d", 1, "And mine?"));
    assertThat(read).hasSize(3);
  }

  private static Turn turn(String conversation, long seq, String text) {
    return new Turn(conversation, seq, seq, Author.CUSTOMER, "", text, "", "", Instant.EPOCH);
  }
}
