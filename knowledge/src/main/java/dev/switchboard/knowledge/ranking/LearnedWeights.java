package dev.switchboard.knowledge.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * All that was learned over the training domains, as text: a weight a line, {@code KIND PART SIGNAL
 * value}. A weight that is not named is 0, so weights stay usable when signals are added.
 *
 * @param examples for knowledge with FAQs of several wordings, from which the classifier learns
 * @param alone for knowledge without them
 */
record LearnedWeights(Weights examples, Weights alone) {

  private static final String SHIPPED = "learned-weights.txt";

  /** Those for the knowledge that the field was found in. */
  Weights of(Field field) {
    return field.opinion().isPresent() ? examples : alone;
  }

  /** Those that come with the product. */
  static LearnedWeights shipped() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LearnedWeights.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LearnedWeights read(List<String> lines) {
    var weights = new HashMap<String, Double>();
    for (var line : lines) {
      int value = line.lastIndexOf(' ');
      if (value > 0 && !line.startsWith("#")) {
        weights.put(line.substring(0, value), Double.parseDouble(line.substring(value + 1)));
      }
    }
    return new LearnedWeights(read("examples", weights), read("alone", weights));
  }

  List<String> write() {
    var lines = new ArrayList<String>();
    write(lines, "examples", examples);
    write(lines, "alone", alone);
    return lines;
  }

  private static Weights read(String kind, Map<String, Double> weights) {
    return new Weights(
        new RankingModel(
            pick(weights, kind + " article", ArticleSignals.NAMES),
            pick(weights, kind + " nothing", FieldSignals.NAMES)),
        new Confidence(
            pick(weights, kind + " right", ConfidenceSignals.NAMES),
            pick(weights, kind + " covered", ConfidenceSignals.NAMES)));
  }

  private static void write(List<String> lines, String kind, Weights weights) {
    add(lines, kind + " article", ArticleSignals.NAMES, weights.ranking().article());
    add(lines, kind + " nothing", FieldSignals.NAMES, weights.ranking().nothing());
    add(lines, kind + " right", ConfidenceSignals.NAMES, weights.confidence().right());
    add(lines, kind + " covered", ConfidenceSignals.NAMES, weights.confidence().covered());
  }

  private static double[] pick(Map<String, Double> weights, String part, List<String> names) {
    return names.stream()
        .mapToDouble(name -> weights.getOrDefault(part + " " + name, 0.0))
        .toArray();
  }

  private static void add(List<String> lines, String part, List<String> names, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      lines.add(String.format(Locale.ROOT, "%s %s %.6f", part, names.get(i), weights[i]));
    }
  }
}
