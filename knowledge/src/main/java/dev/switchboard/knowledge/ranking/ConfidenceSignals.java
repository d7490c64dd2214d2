package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.ranking.RankingModel.Chances;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The numbers from which the confidence in the best article is told. */
final class ConfidenceSignals {

  /** What the ranking itself believes. */
  static final List<String> OWN =
      List.of("FIRST_LOGIT", "NONE_LOGIT", "SECOND_LOGIT", "FIRST", "NONE");

  /**
   * What tells whether anything answers: the ranking's own belief and how strongly the question
   * speaks for anything known (Liu et al., Energy-based Out-of-distribution Detection, NeurIPS
   * 2020). More of them fit the domains learned from and mislead elsewhere.
   */
  static final List<String> COVERED =
      Stream.concat(OWN.stream(), Stream.of("FIELD_EXAMPLES_ENERGY")).toList();

  static final List<String> NAMES = names();

  private static final double FURTHEST = 1e-6;

  private ConfidenceSignals() {}

  /** For a field of at least one article. */
  static double[] of(Chances chances, Field field) {
    double first = chances.chances().getFirst().probability();
    double second = chances.chances().size() > 1 ? chances.chances().get(1).probability() : 0;
    double[] own = {
      logit(first), logit(chances.none()), logit(second), first, chances.none(),
    };
    double[] features = chances.chances().getFirst().ranked().features();
    double[] around = FieldSignals.of(field);
    var signals = new double[own.length + features.length + around.length];
    System.arraycopy(own, 0, signals, 0, own.length);
    System.arraycopy(features, 0, signals, own.length, features.length);
    System.arraycopy(around, 0, signals, own.length + features.length, around.length);
    return signals;
  }

  private static double logit(double chance) {
    return Math.log(Math.max(chance, FURTHEST) / Math.max(1 - chance, FURTHEST));
  }

  private static List<String> names() {
    var names = new ArrayList<>(OWN);
    for (var feature : Feature.values()) {
      names.add("BEST_" + feature.name());
    }
    FieldSignals.NAMES.forEach(name -> names.add("FIELD_" + name));
    return List.copyOf(names);
  }
}
