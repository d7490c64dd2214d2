package dev.switchboard.knowledge.evaluation;

import static dev.switchboard.knowledge.evaluation.Outcomes.answered;
import static dev.switchboard.knowledge.evaluation.Outcomes.clarified;
import static dev.switchboard.knowledge.evaluation.Outcomes.found;
import static dev.switchboard.knowledge.evaluation.Outcomes.unanswered;
import static dev.switchboard.knowledge.evaluation.Outcomes.withConfidences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void countsWhatBecameOfEachQuestion() {
    var scores =
        Scores.of(
            List.of(
                answered("right", "a", found("a", 0.9), found("b", 0.1)),
                answered("wrong", "b", found("a", 0.8), found("c", 0.1), found("b", 0.1)),
                clarified("close", "b", found("a", 0.4), found("b", 0.4)),
                unanswered("missed", "z", found("a", 0.2)),
                answered("not ours, answered", "-", found("a", 0.6)),
                unanswered("not ours", "-", found("a", 0.1)),
                clarified("not ours, asked back", "-", found("a", 0.3)),
                unanswered("not ours, nothing found", "-")));

    assertThat(scores.n()).isEqualTo(8);
    assertThat(scores.answerable()).isEqualTo(4);
    assertThat(scores.pAt1()).isEqualTo(1 / 4.0);
    assertThat(scores.mrr()).isCloseTo((1 + 1 / 3.0 + 1 / 2.0) / 4, within(1e-12));
    assertThat(scores.hitAt10()).isEqualTo(3 / 4.0);
    assertThat(scores.answered()).isEqualTo(3 / 8.0);
    assertThat(scores.wrongAnswers()).isEqualTo(2 / 3.0);
    assertThat(scores.clarified()).isEqualTo(2 / 8.0);
    assertThat(scores.oosRecall()).isEqualTo(3 / 4.0);
    // Of 16 pairs the answerable one is surer in 4 + 4 + 3 + 2.
    assertThat(scores.oosAuroc()).isEqualTo(13 / 16.0);
    // One of four answerable ones is more than 5 %, so only what lies below all of them counts.
    assertThat(scores.oosRecallAt5pct()).isEqualTo(2 / 4.0);
  }

  @Test
  void acceptsAnyOfSeveralExpectedArticles() {
    var scores = Scores.of(List.of(answered("q", "a|b", found("b", 0.9))));

    assertThat(scores.pAt1()).isEqualTo(1);
    assertThat(scores.wrongAnswers()).isZero();
  }

  @Test
  void hasNoShareOfNothing() {
    var scores = Scores.of(List.of(unanswered("q", "a", found("a", 0.1))));

    assertThat(scores.wrongAnswers()).isNaN();
    assertThat(scores.oosRecall()).isNaN();
    assertThat(scores.oosAuroc()).isNaN();
    assertThat(scores.oosRecallAt5pct()).isNaN();
  }

  @Test
  void countsTiesHalfInTheAreaUnderTheCurve() {
    assertThat(Separation.auroc(withConfidences(0.5, 0.5), withConfidences(0.5, 0.5)))
        .isEqualTo(0.5);
    assertThat(Separation.auroc(withConfidences(0.5, 0.9), withConfidences(0.5, 0.1)))
        .isEqualTo(3.5 / 4);
    assertThat(Separation.auroc(withConfidences(0.1), withConfidences(0.9))).isZero();
  }

  @Test
  void givesUpNoMoreThanTheShareOfAnswerableQuestions() {
    // Of 40, two may be rejected: those at 0 and 0.01, so the threshold is 0.02.
    double[] forty = IntStream.range(0, 40).mapToDouble(i -> i / 100.0).toArray();

    assertThat(
            Separation.recallAt(
                0.05, withConfidences(forty), withConfidences(0.001, 0.019, 0.02, 0.5)))
        .isEqualTo(0.5);
  }

  @Test
  void agreesWithTheMatthewsCorrelationOfTwoClasses() {
    // 3 hits, 1 miss, 2 false alarms, 4 rightly held back: (3*4 - 2*1) / sqrt(5 * 4 * 6 * 5).
    var outcomes =
        List.of(
            answered("1", "a", found("a", 1)),
            answered("2", "a", found("a", 1)),
            answered("3", "a", found("a", 1)),
            unanswered("4", "a", found("a", 0.1)),
            answered("5", "-", found("a", 1)),
            answered("6", "-", found("a", 1)),
            unanswered("7", "-"),
            clarified("8", "-", found("a", 0.3)),
            unanswered("9", "-"),
            unanswered("10", "-"));

    assertThat(Matthews.of(outcomes)).isCloseTo(10 / Math.sqrt(600), within(1e-12));
  }

  @Test
  void isOneForPerfectDecisionsOverManyArticlesAndZeroForOneThatNeverChanges() {
    var perfect =
        List.of(
            answered("1", "a", found("a", 1)),
            answered("2", "b|c", found("c", 1)),
            unanswered("3", "-"));
    var constant =
        List.of(unanswered("1", "a", found("a", 0.1)), unanswered("2", "-"), unanswered("3", "b"));

    assertThat(Matthews.of(perfect)).isCloseTo(1, within(1e-12));
    assertThat(Matthews.of(constant)).isZero();
  }

  @Test
  void takesTheNearestRankAsTheLatency() {
    var outcomes =
        IntStream.rangeClosed(1, 100).mapToObj(millis -> taking(millis * 1_000)).toList();

    assertThat(Latency.of(outcomes)).isEqualTo(new Latency(50, 95, 99));
    assertThat(Latency.of(List.of()).p50()).isNaN();
  }

  private static Outcome taking(long micros) {
    var any = unanswered("q", "-");
    return new Outcome(any.question(), any.evidence(), any.freedom(), any.given(), "", micros);
  }
}
