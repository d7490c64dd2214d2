package dev.switchboard.knowledge.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Thresholds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void offersAChoiceWhereTheShippedThresholdsDo() {
    assertThat(Calibration.accepting(0.05).thresholds(rightFrom(0.8)))
        .hasValueSatisfying(thresholds -> {
          assertThat(thresholds.answer()).isBetween(0.6, 0.81);
          assertThat(thresholds.clarify()).isEqualTo(ShippedThresholds.forAnyKnowledge().clarify());
        });
  }

  @Test
  void offersNoChoiceWhereItAnswers() {
    assertThat(Calibration.accepting(0.05).thresholds(rightFrom(0))).hasValue(new Thresholds(0, 0));
  }

  @Test
  void leavesItToTheTeamWhenNothingCanBePromised() {
    assertThat(Calibration.accepting(0.05).thresholds(List.of())).isEmpty();
  }

  private static List<Judged> rightFrom(double confidence) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> new Judged(i / 1_000.0, i / 1_000.0 >= confidence))
        .toList();
  }
}
