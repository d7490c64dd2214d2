package dev.switchboard.knowledge.ranking;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a ranking model weighs for one article: its features, and products of them where
 * one changes what another means.
 */
final class ArticleSignals {

  /** Closeness means less where the classifier has an opinion of its own. */
  private static final List<Feature> WITH_EXAMPLES =
      List.of(
          Feature.MEANING_BEST,
          Feature.MEANING_A_WORDING,
          Feature.MEANING_B_WORDING,
          Feature.STEMS_WORDING,
          Feature.WORDS_WORDING,
          Feature.MEANING_LEAD);

  private static final List<Feature> OF_DOCUMENTS =
      List.of(
          Feature.MEANING_A_WORDING,
          Feature.MEANING_B_WORDING,
          Feature.MEANING_A_PASSAGE,
          Feature.MEANING_B_PASSAGE,
          Feature.STEMS_WORDING,
          Feature.STEMS_PASSAGE,
          Feature.WORDS_WORDING,
          Feature.WORDS_PASSAGE);

  private static final List<Feature> SQUARED =
      List.of(Feature.MEANING_A_WORDING, Feature.MEANING_B_WORDING, Feature.MEANING_BEST);

  static final List<String> NAMES = names();

  private ArticleSignals() {}

  static double[] of(double[] features) {
    var signals = new double[NAMES.size()];
    int next = features.length;
    System.arraycopy(features, 0, signals, 0, next);
    double known = features[Feature.EXAMPLES_KNOWN.ordinal()];
    for (var feature : WITH_EXAMPLES) {
      signals[next++] = known * features[feature.ordinal()];
    }
    double document = features[Feature.DOCUMENT.ordinal()];
    for (var feature : OF_DOCUMENTS) {
      signals[next++] = document * features[feature.ordinal()];
    }
    for (var feature : SQUARED) {
      signals[next++] = features[feature.ordinal()] * features[feature.ordinal()];
    }
    signals[next++] = either(features, Feature.STEMS_WORDING, Feature.STEMS_PASSAGE);
    signals[next] = either(features, Feature.WORDS_WORDING, Feature.WORDS_PASSAGE);
    return signals;
  }

  private static double either(double[] features, Feature one, Feature other) {
    return Math.max(features[one.ordinal()], features[other.ordinal()]);
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (var feature : Feature.values()) {
      names.add(feature.name());
    }
    WITH_EXAMPLES.forEach(feature -> names.add(feature + "*EXAMPLES_KNOWN"));
    OF_DOCUMENTS.forEach(feature -> names.add(feature + "*DOCUMENT"));
    SQUARED.forEach(feature -> names.add(feature + "^2"));
    names.add("STEMS");
    names.add("WORDS");
    return List.copyOf(names);
  }
}
