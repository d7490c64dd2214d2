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
 * All that was learned over the training domains, as text: a weight a line, {@code PART SIGNAL value}.
 * A weight that is not named is 0, so weights stay usable when signals are added.
 *
 * @param ranking which article is the best
 * @param confidence how sure that is
 */
record LearnedWeights(RankingModel ranking, Confidence confidence) {

  private static final String SHIPPED = "learned-weights.txt";

  /** Those that come with the product. */
  static LearnedWeights shipped() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LearnedWeights.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LearnedWeights read(List<String> lines) {
    var weights = new HashMap<String, Double>();
    for (var line : lines) {
      var cells = line.split(" ");
      if (cells.length == 3 && !line.startsWith("#")) {
        weights.put(cells[0] + " " + cells[1], Double.parseDouble(cells[2]));
      }
    }
    return new LearnedWeights(
        new RankingModel(
            pick(weights, "article", ArticleSignals.NAMES),
            pick(weights, "nothing", FieldSignals.NAMES)),
        new Confidence(
            pick(weights, "right", ConfidenceSignals.NAMES),
            pick(weights, "covered", ConfidenceSignals.NAMES)));
  }

  List<String> write() {
    var lines = new ArrayList<String>();
    add(lines, "article", ArticleSignals.NAMES, ranking.article());
    add(lines, "nothing", FieldSignals.NAMES, ranking.nothing());
    add(lines, "right", ConfidenceSignals.NAMES, confidence.right());
    add(lines, "covered", ConfidenceSignals.NAMES, confidence.covered());
    return lines;
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
