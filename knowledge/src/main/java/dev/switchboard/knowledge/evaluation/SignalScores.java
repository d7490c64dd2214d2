package dev.switchboard.knowledge.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well a signal is told. Shares are from 0 to 1; a share of nothing is NaN.
 *
 * @param n cases
 * @param positives of them, those that carry the signal
 * @param precision share of the cases called positive that are
 * @param recall share of the positives that were called so
 * @param f1 harmonic mean of precision and recall
 * @param auroc area under the ROC curve: of the chance where one is told, else of the yes or no,
 *     which is the mean of recall and its counterpart
 * @param falsePositiveRate share of the other cases that were called positive
 */
public record SignalScores(
    int n,
    int positives,
    double precision,
    double recall,
    double f1,
    double auroc,
    double falsePositiveRate) {

  /**
   * Asks for each case whether it carries the signal, and how likely that is.
   *
   * @param chance higher for those that are more likely to
   */
  public static SignalScores of(
      List<LabelledCase> cases, Predicate<String> signal, ToDoubleFunction<String> chance) {
    return of(
        cases.stream()
            .map(one ->
                new Judged(
                    one.positive(), signal.test(one.text()), chance.applyAsDouble(one.text())))
            .toList());
  }

  /** Asks for each case whether it carries the signal, and counts. */
  public static SignalScores of(List<LabelledCase> cases, Predicate<String> signal) {
    int hits = 0;
    int misses = 0;
    int falseAlarms = 0;
    for (var one : cases) {
      boolean called = signal.test(one.text());
      hits += called && one.positive() ? 1 : 0;
      misses += !called && one.positive() ? 1 : 0;
      falseAlarms += called && !one.positive() ? 1 : 0;
    }
    return counted(cases.size(), hits, misses, falseAlarms);
  }

  /** Counts decisions about things of which it is known whether they are so. */
  public static SignalScores of(List<Judged> judged) {
    int hits = (int) judged.stream().filter(one -> one.called() && one.positive()).count();
    int positives = (int) judged.stream().filter(Judged::positive).count();
    int called = (int) judged.stream().filter(Judged::called).count();
    var yesOrNo = counted(judged.size(), hits, positives - hits, called - hits);
    return new SignalScores(
        yesOrNo.n,
        yesOrNo.positives,
        yesOrNo.precision,
        yesOrNo.recall,
        yesOrNo.f1,
        Separation.auroc(chances(judged, true), chances(judged, false)),
        yesOrNo.falsePositiveRate);
  }

  /**
   * A decision.
   *
   * @param positive whether it is so
   * @param called whether it was called so
   * @param chance the chance that it was given
   */
  public record Judged(boolean positive, boolean called, double chance) {}

  private static double[] chances(List<Judged> judged, boolean positive) {
    return judged.stream()
        .filter(one -> one.positive() == positive)
        .mapToDouble(Judged::chance)
        .toArray();
  }

  private static SignalScores counted(int n, int hits, int misses, int falseAlarms) {
    int positives = hits + misses;
    double recall = share(hits, positives);
    double falsePositiveRate = share(falseAlarms, n - positives);
    return new SignalScores(
        n,
        positives,
        share(hits, hits + falseAlarms),
        recall,
        share(2 * hits, 2 * hits + misses + falseAlarms),
        (recall + 1 - falsePositiveRate) / 2,
        falsePositiveRate);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
