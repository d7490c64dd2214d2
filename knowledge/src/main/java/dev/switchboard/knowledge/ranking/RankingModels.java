package dev.switchboard.knowledge.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Ranking models as text: a weight a line, {@code article NAME value} or {@code nothing NAME value}.
 * A weight that is not named is 0, so a model stays readable when signals are added.
 */
final class RankingModels {

  private static final String SHIPPED = "ranking-model.txt";
  private static final String ARTICLE = "article";
  private static final String NOTHING = "nothing";

  private RankingModels() {}

  /** The model that comes with the product. */
  static RankingModel shipped() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RankingModels.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RankingModel read(List<String> lines) {
    Map<String, Double> weights = new HashMap<>();
    for (var line : lines) {
      var cells = line.split(" ", 3);
      if (cells.length == 3 && !line.startsWith("#")) {
        weights.put(cells[0] + " " + cells[1], Double.parseDouble(cells[2]));
      }
    }
    return new RankingModel(
        pick(weights, ARTICLE, ArticleSignals.NAMES), pick(weights, NOTHING, FieldSignals.NAMES));
  }

  static List<String> write(RankingModel model) {
    var lines = new java.util.ArrayList<String>();
    lines.addAll(write(ARTICLE, ArticleSignals.NAMES, model.article()));
    lines.addAll(write(NOTHING, FieldSignals.NAMES, model.nothing()));
    return lines;
  }

  private static double[] pick(Map<String, Double> weights, String of, List<String> names) {
    return names.stream()
        .mapToDouble(name -> weights.getOrDefault(of + " " + name, 0.0))
        .toArray();
  }

  private static List<String> write(String of, List<String> names, double[] weights) {
    var lines = new java.util.ArrayList<String>();
    for (int i = 0; i < weights.length; i++) {
      lines.add(String.format(Locale.ROOT, "%s %s %.5f", of, names.get(i), weights[i]));
    }
    return lines;
  }
}
