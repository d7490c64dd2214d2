package dev.switchboard.knowledge.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskDialTest {

  private static final RiskDial FIVE_PERCENT = RiskDial.accepting(0.05);

  @Test
  void breaksItsPromiseInAtMostOneOfTenSetsOfQuestions() {
    // The share of right answers that the confidence stands for: honest, boastful, and one that
    // says nothing at all.
    assertThat(broken(0.10, 300, confidence -> confidence)).isLessThan(0.12);
    assertThat(broken(0.10, 300, confidence -> confidence * confidence)).isLessThan(0.12);
    assertThat(broken(0.10, 300, confidence -> 0.89)).isLessThan(0.12);
    assertThat(broken(0.05, 1_500, confidence -> 1 - confidence / 8)).isLessThan(0.12);
  }

  @Test
  void answersMostQuestionsOfAGoodKnowledge() {
    var random = new Random(7);
    var questions =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> question(Math.sqrt(random.nextDouble()), c -> Math.min(1, c + 0.3), random))
            .toList();

    var threshold = FIVE_PERCENT.threshold(questions).orElseThrow();

    var answered = questions.stream().filter(one -> one.confidence() >= threshold).toList();
    assertThat(answered).hasSizeGreaterThan(700);
    assertThat(answered).filteredOn(one -> !one.right()).hasSizeLessThan(answered.size() / 20);
  }

  @Test
  void answersEverythingWhenAllIsRight() {
    assertThat(FIVE_PERCENT.threshold(Collections.nCopies(200, new Judged(0.8, true)))).hasValue(0);
  }

  @Test
  void promisesNothingWhenAllIsWrong() {
    assertThat(FIVE_PERCENT.threshold(Collections.nCopies(200, new Judged(0.8, false)))).isEmpty();
  }

  @Test
  void promisesNothingFromNoQuestionOrOne() {
    assertThat(FIVE_PERCENT.threshold(List.of())).isEmpty();
    assertThat(FIVE_PERCENT.threshold(List.of(new Judged(1, true)))).isEmpty();
  }

  @Test
  void promisesFromTheFewestQuestionsItNames() {
    int fewest = FIVE_PERCENT.fewestQuestions();

    assertThat(fewest).isEqualTo(77);
    assertThat(FIVE_PERCENT.threshold(sure(fewest))).isPresent();
    assertThat(FIVE_PERCENT.threshold(sure(fewest - 1))).isEmpty();
  }

  @Test
  void neverPartsQuestionsOfTheSameConfidence() {
    // A hundred right ones and a hundred wrong ones that look the same: none can be answered alone.
    var questions = IntStream.range(0, 200).mapToObj(i -> new Judged(0.62, i < 100)).toList();

    assertThat(FIVE_PERCENT.threshold(questions)).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfTheQuestions() {
    var random = new Random(3);
    var questions =
        new ArrayList<>(
            IntStream.range(0, 500)
                .mapToObj(i -> question(random.nextDouble(), c -> Math.min(1, c + 0.4), random))
                .toList());
    var before = FIVE_PERCENT.threshold(questions);
    Collections.shuffle(questions, random);

    assertThat(FIVE_PERCENT.threshold(questions)).isEqualTo(before).isPresent();
  }

  @Test
  void stopsAboveTheConfidencesWhereAnswersGoWrong() {
    var questions =
        IntStream.range(0, 400).mapToObj(i -> new Judged(i < 200 ? 0.8 : 0.4, i < 200)).toList();

    assertThat(FIVE_PERCENT.threshold(questions)).hasValueCloseTo(0.405, within(1e-9));
  }

  @Test
  void knowsTheBinomialTail() {
    var half = new RiskDial(0.5, 0.1);

    assertThat(half.chanceOfSoFew(0, 3)).isCloseTo(1 / 8.0, within(1e-12));
    assertThat(half.chanceOfSoFew(1, 3)).isCloseTo(4 / 8.0, within(1e-12));
    assertThat(half.chanceOfSoFew(2, 3)).isCloseTo(7 / 8.0, within(1e-12));
    assertThat(half.chanceOfSoFew(3, 3)).isEqualTo(1);
    assertThat(half.chanceOfSoFew(0, 0)).isEqualTo(1);
    assertThat(FIVE_PERCENT.chanceOfSoFew(5_000, 100_000)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void takesNoShareOutsideZeroToOne() {
    for (double share : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> RiskDial.accepting(share))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** How often the real share of wrong answers is above what was promised, in 1,000 sets. */
  private static double broken(double accepted, int size, DoubleUnaryOperator rightAt) {
    var dial = RiskDial.accepting(accepted);
    var random = new Random(42);
    int broken = 0;
    for (int set = 0; set < 1_000; set++) {
      var questions =
          IntStream.range(0, size)
              .mapToObj(i -> question(random.nextDouble(), rightAt, random))
              .toList();
      var threshold = dial.threshold(questions);
      if (threshold.isPresent() && wrongAbove(threshold.getAsDouble(), rightAt) > accepted) {
        broken++;
      }
    }
    return broken / 1_000.0;
  }

  /** The real share of wrong answers from this confidence on, which is spread evenly to 1. */
  private static double wrongAbove(double threshold, DoubleUnaryOperator rightAt) {
    return IntStream.range(0, 1_000)
        .mapToDouble(i -> threshold + (1 - threshold) * (i + 0.5) / 1_000)
        .map(confidence -> 1 - rightAt.applyAsDouble(confidence))
        .average()
        .orElseThrow();
  }

  private static Judged question(double confidence, DoubleUnaryOperator rightAt, Random random) {
    return new Judged(confidence, random.nextDouble() < rightAt.applyAsDouble(confidence));
  }

  private static List<Judged> sure(int size) {
    return Collections.nCopies(size, new Judged(0.99, true));
  }
}
