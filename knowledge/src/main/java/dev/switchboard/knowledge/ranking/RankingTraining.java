package dev.switchboard.knowledge.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Learns the weights of a {@link RankingModel} from several domains, each counting the same however
 * many questions it has. Deterministic.
 */
final class RankingTraining {

  private static final int STEPS = 300;
  private static final double STEP_SIZE = 0.05;
  private static final double DECAY = 3e-5;

  /** A question in numbers, scaled. */
  private record Numbers(double[][] articles, boolean[] right, boolean found, double[] field) {}

  private final int fieldSize = FieldSignals.NAMES.size();
  private final double[][] directions;
  private final int articleSize;
  private final Set<String> fieldSignals;

  private RankingTraining(double[][] directions, Collection<String> fieldSignals) {
    this.directions = directions;
    this.fieldSignals = Set.copyOf(fieldSignals);
    articleSize = directions.length;
  }

  /** Learns the weight of every signal. */
  static RankingTraining free() {
    int size = ArticleSignals.NAMES.size();
    var directions = new double[size][size];
    for (int i = 0; i < size; i++) {
      directions[i][i] = 1;
    }
    return new RankingTraining(directions, FieldSignals.NAMES);
  }

  /**
   * Keeps the proportions of an article's signals and learns only how much they count together, and
   * what speaks for "none" from these signals only.
   */
  static RankingTraining along(double[] proportions, Collection<String> fieldSignals) {
    return new RankingTraining(new double[][] {proportions}, fieldSignals);
  }

  RankingModel train(List<List<Lesson>> domains) {
    var raw = domains.stream().map(this::numbers).toList();
    double[] articleScale = scale(raw, articleSize, Numbers::articles);
    double[] fieldScale = scale(raw, fieldSize, one -> new double[][] {one.field()});
    raw.forEach(domain -> domain.forEach(one -> divide(one, articleScale, fieldScale)));
    double[] weights =
        new Adam(STEPS, STEP_SIZE)
            .minimise(articleSize + fieldSize, current -> gradient(raw, current));
    return unscaled(weights, articleScale, fieldScale);
  }

  private List<Numbers> numbers(List<Lesson> lessons) {
    var numbers = new ArrayList<Numbers>();
    for (var lesson : lessons) {
      if (lesson.usable()) {
        var ranked = lesson.field.ranked();
        var right = new boolean[ranked.size()];
        var articles = new double[ranked.size()][];
        for (int i = 0; i < right.length; i++) {
          right[i] = lesson.answers(ranked.get(i));
          articles[i] = along(ranked.get(i));
        }
        numbers.add(new Numbers(articles, right, lesson.found(), field(lesson)));
      }
    }
    return numbers;
  }

  private double[] field(Lesson lesson) {
    double[] signals = FieldSignals.of(lesson.field);
    for (int i = 0; i < signals.length; i++) {
      signals[i] = fieldSignals.contains(FieldSignals.NAMES.get(i)) ? signals[i] : 0;
    }
    return signals;
  }

  private double[] along(Ranked ranked) {
    double[] signals = ArticleSignals.of(ranked.features());
    var along = new double[articleSize];
    for (int i = 0; i < articleSize; i++) {
      along[i] = dot(signals, directions[i], 0);
    }
    return along;
  }

  private double[] gradient(List<List<Numbers>> domains, double[] weights) {
    var gradient = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      gradient[i] = DECAY * weights[i];
    }
    for (var domain : domains) {
      double share = 1.0 / domains.size() / domain.size();
      for (var one : domain) {
        add(one, weights, share, gradient);
      }
    }
    return gradient;
  }

  /** The gradient of minus the logarithm of the chance given to what is right. */
  private void add(Numbers one, double[] weights, double share, double[] gradient) {
    double[] chances = chances(one, weights);
    double right = 0;
    for (int i = 0; i < one.right.length; i++) {
      right += one.right[i] ? chances[i] : 0;
    }
    for (int i = 0; i < one.right.length; i++) {
      double wanted = one.right[i] ? chances[i] / Math.max(right, 1e-12) : 0;
      add(one.articles[i], share * (chances[i] - wanted), gradient, 0);
    }
    double none = chances[one.right.length];
    add(one.field, share * (none - (one.found ? 0 : 1)), gradient, articleSize);
  }

  /** The chance of each article, and last that of none. */
  private double[] chances(Numbers one, double[] weights) {
    int count = one.articles.length;
    var chances = new double[count + 1];
    double most = chances[count] = dot(one.field, weights, articleSize);
    for (int i = 0; i < count; i++) {
      chances[i] = dot(one.articles[i], weights, 0);
      most = Math.max(most, chances[i]);
    }
    double sum = 0;
    for (int i = 0; i <= count; i++) {
      chances[i] = Math.exp(chances[i] - most);
      sum += chances[i];
    }
    for (int i = 0; i <= count; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  private interface Rows {
    double[][] of(Numbers one);
  }

  /** The root of the mean square of each signal. */
  private static double[] scale(List<List<Numbers>> domains, int size, Rows rows) {
    var squares = new double[size];
    long count = 0;
    for (var domain : domains) {
      for (var one : domain) {
        for (var row : rows.of(one)) {
          count++;
          for (int i = 0; i < size; i++) {
            squares[i] += row[i] * row[i];
          }
        }
      }
    }
    for (int i = 0; i < size; i++) {
      squares[i] = Math.sqrt(squares[i] / Math.max(1, count)) + 1e-6;
    }
    return squares;
  }

  private static void divide(Numbers one, double[] articleScale, double[] fieldScale) {
    for (var article : one.articles) {
      for (int i = 0; i < article.length; i++) {
        article[i] /= articleScale[i];
      }
    }
    for (int i = 0; i < one.field.length; i++) {
      one.field[i] /= fieldScale[i];
    }
  }

  private RankingModel unscaled(double[] weights, double[] articleScale, double[] fieldScale) {
    var article = new double[ArticleSignals.NAMES.size()];
    var nothing = new double[fieldSize];
    for (int i = 0; i < articleSize; i++) {
      add(directions[i], weights[i] / articleScale[i], article, 0);
    }
    for (int i = 0; i < fieldSize; i++) {
      nothing[i] = weights[articleSize + i] / fieldScale[i];
    }
    return new RankingModel(article, nothing);
  }

  private static double dot(double[] signals, double[] weights, int from) {
    double sum = 0;
    for (int i = 0; i < signals.length; i++) {
      sum += signals[i] * weights[from + i];
    }
    return sum;
  }

  private static void add(double[] signals, double times, double[] gradient, int from) {
    for (int i = 0; i < signals.length; i++) {
      gradient[from + i] += times * signals[i];
    }
  }
}
