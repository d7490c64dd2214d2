package dev.switchboard.knowledge.ranking;

import java.util.Comparator;
import java.util.List;

/** The numbers that a ranking model weighs for "none of these articles". */
final class FieldSignals {

  static final List<String> NAMES =
      List.of(
          "ONE",
          "EXAMPLES_KNOWN",
          "MEANING_FIRST",
          "MEANING_FIRST*KNOWN",
          "MEANING_FIRST^2",
          "MEANING_SECOND",
          "MEANING_THIRD",
          "WORDS",
          "WORDS*KNOWN",
          "STEMS",
          "STEMS*KNOWN",
          "EXAMPLES_FIRST",
          "EXAMPLES_SECOND",
          "EXAMPLES_ENERGY",
          "EXAMPLES_RAW",
          "EXAMPLES_DISTANCE",
          "MEANING_A",
          "MEANING_B",
          "MEANING_A*KNOWN",
          "MEANING_B*KNOWN",
          "SUPPORT*KNOWN",
          "DOCUMENTS",
          "UNUSUAL_BY_EXAMPLES",
          "UNUSUAL_BY_MEANING",
          "RAW_BY_MEANING",
          "MEANING_LEAD");

  private FieldSignals() {}

  static double[] of(Field field) {
    double known = first(field, Feature.EXAMPLES_KNOWN);
    double[] meaning = top(field, Feature.MEANING_BEST);
    double[] examples = top(field, Feature.EXAMPLES);
    double words =
        Math.max(first(field, Feature.WORDS_WORDING), first(field, Feature.WORDS_PASSAGE));
    double stems =
        Math.max(first(field, Feature.STEMS_WORDING), first(field, Feature.STEMS_PASSAGE));
    double a = first(field, Feature.MEANING_A_WORDING);
    double b = first(field, Feature.MEANING_B_WORDING);
    return new double[] {
      1,
      known,
      meaning[0],
      meaning[0] * known,
      meaning[0] * meaning[0],
      meaning[1],
      meaning[2],
      words,
      words * known,
      stems,
      stems * known,
      examples[0],
      examples[1],
      field.opinion().map(opinion -> opinion.energy() / 10).orElse(0.0),
      known * first(field, Feature.EXAMPLES_RAW),
      field.opinion().map(opinion -> opinion.distance()).orElse(0.0),
      a,
      b,
      a * known,
      b * known,
      first(field, Feature.MEANING_SUPPORT) * known,
      field.ranked().stream().mapToDouble(one -> one.of(Feature.DOCUMENT)).average().orElse(0),
      ofFirst(field, Feature.EXAMPLES, Feature.MEANING_UNUSUAL),
      ofFirst(field, Feature.MEANING_BEST, Feature.MEANING_UNUSUAL),
      ofFirst(field, Feature.MEANING_BEST, Feature.EXAMPLES_RAW),
      first(field, Feature.MEANING_LEAD)
    };
  }

  /** A feature of the article that is first by another; 0 when there is none. */
  private static double ofFirst(Field field, Feature by, Feature feature) {
    return field.ranked().stream()
        .max(Comparator.comparingDouble(one -> one.of(by)))
        .map(one -> one.of(feature))
        .orElse(0.0);
  }

  private static double first(Field field, Feature feature) {
    return top(field, feature)[0];
  }

  /** The three highest values, 0 where there are fewer articles. */
  private static double[] top(Field field, Feature feature) {
    var top = new double[3];
    for (var one : field.ranked()) {
      double value = one.of(feature);
      for (int i = 0; i < top.length; i++) {
        if (value > top[i]) {
          double lower = top[i];
          top[i] = value;
          value = lower;
        }
      }
    }
    return top;
  }
}
