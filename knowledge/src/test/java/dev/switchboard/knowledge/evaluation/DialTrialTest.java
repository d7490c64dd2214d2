package dev.switchboard.knowledge.evaluation;

import static dev.switchboard.knowledge.evaluation.Outcomes.found;
import static dev.switchboard.knowledge.evaluation.Outcomes.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.knowledge.confidence.RiskDial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialTrialTest {

  private static final RiskDial DIAL = RiskDial.accepting(0.05);

  @Test
  void answersEachHalfAtTheThresholdOfTheOther() {
    var trial = DialTrial.of(rightFromTheMiddleOn(1_000), DIAL);

    assertThat(trial.tried()).isTrue();
    assertThat(trial.threshold()).isBetween(0.4, 0.51);
    assertThat(trial.answered()).isBetween(0.48, 0.55);
    assertThat(trial.wrongAnswers()).isLessThan(0.08);
    assertThat(trial.halves()).extracting(DialTrial.Half::n).containsExactly(500, 500);
    assertThat(trial.outcomes()).hasSize(1_000);
  }

  @Test
  void splitsAlikeWhateverTheOrderOfTheQuestions() {
    var outcomes = new ArrayList<>(rightFromTheMiddleOn(600));
    var before = DialTrial.of(outcomes, DIAL);
    Collections.shuffle(outcomes, new Random(5));

    assertThat(DialTrial.of(outcomes, DIAL).halves()).isEqualTo(before.halves());
  }

  @Test
  void answersNobodyWhenNothingCanBePromised() {
    var trial = DialTrial.of(rightFromTheMiddleOn(20), DIAL);

    assertThat(trial.threshold()).isNaN();
    assertThat(trial.answered()).isZero();
    assertThat(trial.wrongAnswers()).isNaN();
    assertThat(trial.tried()).isFalse();
  }

  @Test
  void takesFewestAndNoQuestions() {
    assertThat(DialTrial.of(List.of(), DIAL).threshold()).isNaN();
    assertThat(DialTrial.of(rightFromTheMiddleOn(1), DIAL).outcomes()).hasSize(1);
  }

  private static List<Outcome> rightFromTheMiddleOn(int size) {
    return IntStream.range(0, size)
        .mapToObj(i ->
            unanswered("question " + i, i >= size / 2 ? "a" : "b", found("a", (double) i / size)))
        .toList();
  }
}
