package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Ascent.Step;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.cascade.Replay.Change;
import dev.switchboard.bot.cascade.Replay.Toll;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Policy THRIFTY =
      new Policy("thrifty", Map.of(Matter.CROSS, Rung.MINI), Map.of(), 0.05, 0.8, 4, 0.9, true);

  private static Ascent asked(boolean document, boolean cross, Rung rung, Step... steps) {
    var traits =
        new Traits(
            "",
            Traits.Found.ANSWER,
            document,
            0.9,
            1,
            false,
            false,
            0,
            cross,
            0,
            false,
            false,
            Set.of(),
            "web");
    return new Ascent("?", traits, rung, "because", List.of(steps), rung);
  }

  private static Step step(Rung rung, long cost, long millis) {
    return new Step(rung, "some", "answered", cost, millis);
  }

  @Test
  void tellsWhatGoesElsewhereAndWhatThatComesTo() {
    var ascents =
        List.of(
            asked(false, false, Rung.KNOWLEDGE),
            asked(true, false, Rung.MINI, step(Rung.MINI, 100, 400)),
            asked(true, true, Rung.LARGE, step(Rung.LARGE, 5_000, 2_000)),
            asked(true, true, Rung.LARGE, step(Rung.LARGE, 7_000, 3_000)));
    var replay = Replay.of(ascents, Means.ALL, Policy.STANDARD, THRIFTY, Map.of());

    assertThat(replay.questions()).isEqualTo(4);
    assertThat(replay.before().begun())
        .containsOnly(
            Map.entry(Rung.KNOWLEDGE, 1L), Map.entry(Rung.MINI, 1L), Map.entry(Rung.LARGE, 2L));
    assertThat(replay.before().cost()).isEqualTo(12_100);
    assertThat(replay.before().millis()).isEqualTo((400 + 2 * 2_500) / 4);
    assertThat(replay.after().cost()).isEqualTo(300);
    assertThat(replay.changes())
        .containsExactly(
            new Change(
                Rung.LARGE,
                Rung.MINI,
                "a document answers, of which the knowledge alone could only quote",
                2));
  }

  @Test
  void takesWhatIsUsualForAModelThatWasNeverAsked() {
    var ascents = Stream.generate(() -> asked(true, false, Rung.KNOWLEDGE)).limit(10).toList();
    var replay =
        Replay.of(
            ascents,
            Means.ALL,
            Policy.STANDARD,
            Policy.STANDARD,
            Map.of(Rung.MINI, new Toll(30, 500)));

    assertThat(replay.after().cost()).isEqualTo(300);
    assertThat(replay.after().millis()).isEqualTo(500);
    assertThat(replay.changes()).isEmpty();
  }
}
