package dev.switchboard.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalScoresTest {

  @Test
  void countsHitsMissesAndFalseAlarms() {
    var cases =
        List.of(
            new LabelledCase("yes", true),
            new LabelledCase("yes", true),
            new LabelledCase("no", true),
            new LabelledCase("yes", false),
            new LabelledCase("no", false),
            new LabelledCase("no", false),
            new LabelledCase("no", false));

    var scores = SignalScores.of(cases, "yes"::equals);

    assertThat(scores.n()).isEqualTo(7);
    assertThat(scores.positives()).isEqualTo(3);
    assertThat(scores.precision()).isEqualTo(2 / 3.0);
    assertThat(scores.recall()).isEqualTo(2 / 3.0);
    assertThat(scores.f1()).isEqualTo(2 / 3.0);
    assertThat(scores.falsePositiveRate()).isEqualTo(1 / 4.0);
    // Of 12 pairs 2 * 3 are told apart and 2 * 1 + 1 * 3 are ties.
    assertThat(scores.auroc()).isCloseTo((6 + 5 / 2.0) / 12, within(1e-12));
  }

  @Test
  void hasNoRecallWithoutPositives() {
    var scores = SignalScores.of(List.of(new LabelledCase("no", false)), "yes"::equals);

    assertThat(scores.recall()).isNaN();
    assertThat(scores.auroc()).isNaN();
    assertThat(scores.falsePositiveRate()).isZero();
  }
}
