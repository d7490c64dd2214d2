package dev.switchboard.knowledge.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Learns the weights of {@link Confidence} from several domains, each counting the same. */
final class ConfidenceTraining {

  private static final int STEPS = 800;
  private static final double STEP_SIZE = 0.02;
  private static final double DECAY = 3e-4;
  private static final int BIAS = ConfidenceSignals.NAMES.indexOf("FIELD_ONE");

  private record Numbers(double[] signals, boolean right, boolean covered, double share) {

    Numbers only(Set<String> used) {
      var kept = signals.clone();
      for (int i = 0; i < kept.length; i++) {
        kept[i] = used.contains(ConfidenceSignals.NAMES.get(i)) ? kept[i] : 0;
      }
      return new Numbers(kept, right, covered, share);
    }
  }

  private final RankingModel ranking;
  private final Set<String> right;
  private final Set<String> covered;

  /**
   * @param right what the chance that the best article answers is learned from
   * @param covered what the chance that any article answers is learned from
   */
  ConfidenceTraining(RankingModel ranking, Collection<String> right, Collection<String> covered) {
    this.ranking = ranking;
    this.right = Set.copyOf(right);
    this.covered = Set.copyOf(covered);
  }

  Confidence train(List<List<Lesson>> domains) {
    var all = new ArrayList<Numbers>();
    for (var domain : domains) {
      for (var lesson : domain) {
        if (lesson.usable()) {
          all.add(numbers(lesson, 1.0 / domains.size() / domain.size()));
        }
      }
    }
    return new Confidence(fit(all, right, Numbers::right), fit(all, covered, Numbers::covered));
  }

  private Numbers numbers(Lesson lesson, double share) {
    var chances = ranking.rank(lesson.field);
    return new Numbers(
        ConfidenceSignals.of(chances, lesson.field),
        lesson.answers(chances.chances().getFirst().ranked()),
        !lesson.expected.isEmpty(),
        share);
  }

  /** Logistic regression on signals of mean 0 and spread 1; what that moves goes to the bias. */
  private static double[] fit(
      List<Numbers> everything, Set<String> used, Predicate<Numbers> truth) {
    var all = everything.stream().map(one -> one.only(used)).toList();
    int size = ConfidenceSignals.NAMES.size();
    double[] mean = new double[size];
    double[] spread = new double[size];
    for (var one : all) {
      for (int i = 0; i < size; i++) {
        mean[i] += one.signals[i] / all.size();
      }
    }
    for (var one : all) {
      for (int i = 0; i < size; i++) {
        spread[i] += (one.signals[i] - mean[i]) * (one.signals[i] - mean[i]) / all.size();
      }
    }
    for (int i = 0; i < size; i++) {
      spread[i] = Math.sqrt(spread[i]) + 1e-6;
    }
    double[] weights =
        new Adam(STEPS, STEP_SIZE)
            .minimise(size + 1, current -> gradient(all, truth, current, mean, spread));
    var raw = new double[size];
    double bias = weights[size];
    for (int i = 0; i < size; i++) {
      raw[i] = weights[i] / spread[i];
      bias -= raw[i] * mean[i];
    }
    raw[BIAS] = raw[BIAS] + bias;
    return raw;
  }

  private static double[] gradient(
      List<Numbers> all,
      Predicate<Numbers> truth,
      double[] weights,
      double[] mean,
      double[] spread) {
    int size = weights.length - 1;
    var gradient = new double[weights.length];
    for (int i = 0; i < size; i++) {
      gradient[i] = DECAY * weights[i];
    }
    for (var one : all) {
      double score = weights[size];
      for (int i = 0; i < size; i++) {
        score += weights[i] * (one.signals[i] - mean[i]) / spread[i];
      }
      double error = (1 / (1 + Math.exp(-score)) - (truth.test(one) ? 1 : 0)) * one.share;
      for (int i = 0; i < size; i++) {
        gradient[i] += error * (one.signals[i] - mean[i]) / spread[i];
      }
      gradient[size] += error;
    }
    return gradient;
  }
}
