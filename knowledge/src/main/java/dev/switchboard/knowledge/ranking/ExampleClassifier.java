package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.index.Snapshot;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which FAQ a question asks for, from the wordings the team has written: multinomial logistic
 * regression on the vector and the words of a text. It knows only FAQs with two wordings and more,
 * and is consulted beside the search, never instead of it.
 */
public final class ExampleClassifier {

  /** Beyond these, search alone is better than what can be learned in time. */
  private static final int MOST_LABELS = 2_000;

  /** Where the distance is measured; the nearest centre belongs to a likely FAQ. */
  private static final int LIKELY = 20;

  private static final int FEWEST_LABELS = 2;
  private static final int FEWEST_WORDINGS = 2;

  private final List<String> labels;
  private final Map<String, Integer> numbers;
  private final Map<String, Integer> sizes;
  private final Scaling scaling;
  private final WordFeatures words;
  private final SoftmaxWeights weights;
  private final Distances distances;
  private final Habits habits;

  private ExampleClassifier(
      Map<String, Integer> sizes,
      Scaling scaling,
      WordFeatures words,
      SoftmaxWeights weights,
      Distances distances,
      Habits habits) {
    labels = List.copyOf(sizes.keySet());
    numbers = new HashMap<>();
    labels.forEach(label -> numbers.put(label, numbers.size()));
    this.sizes = Map.copyOf(sizes);
    this.scaling = scaling;
    this.words = words;
    this.weights = weights;
    this.distances = distances;
    this.habits = habits;
  }

  /** Learns from the wordings in the index; empty when there are too few, or too many articles. */
  public static Optional<ExampleClassifier> train(Snapshot index) {
    var labels = learnable(index);
    if (labels.size() < FEWEST_LABELS || labels.size() > MOST_LABELS) {
      return Optional.empty();
    }
    var wordings = new LinkedHashMap<String, List<Snapshot.Wording>>();
    var vectors = new HashMap<Snapshot.Wording, float[]>();
    index.wordings((wording, vector) -> {
      if (labels.contains(wording.articleId())) {
        wordings.computeIfAbsent(wording.articleId(), id -> new ArrayList<>()).add(wording);
        vectors.put(wording, vector.clone());
      }
    });
    return Optional.of(train(wordings, vectors));
  }

  /** What {@link #write} has written. */
  static ExampleClassifier read(DataInputStream in) throws IOException {
    var sizes = new LinkedHashMap<String, Integer>();
    for (int left = in.readInt(); left > 0; left--) {
      sizes.put(in.readUTF(), in.readInt());
    }
    return new ExampleClassifier(
        sizes,
        Scaling.read(in),
        WordFeatures.read(in),
        SoftmaxWeights.read(in),
        Distances.read(in),
        Habits.read(in));
  }

  /** Writes all it has learned. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(labels.size());
    for (var label : labels) {
      out.writeUTF(label);
      out.writeInt(sizes.getOrDefault(label, 0));
    }
    scaling.write(out);
    words.write(out);
    weights.write(out);
    distances.write(out);
    habits.write(out);
  }

  /** What it thinks of a question. */
  public Opinion ask(String question, float[] vector) {
    var scaled = scaling.apply(vector);
    var scores = weights.scores(scaled, words.of(question));
    int[] likely = highest(scores, LIKELY);
    return new Opinion(scores, likely, distances.nearest(scaled, likely));
  }

  /**
   * The log-probabilities of all FAQs it knows.
   *
   * @see #of(String)
   */
  public final class Opinion {
    private final float[] scores;
    private final int[] likely;
    private final double total;
    private final double distance;

    private Opinion(float[] scores, int[] likely, double distance) {
      this.scores = scores;
      this.likely = likely;
      this.distance = distance;
      total = logOfSum(scores);
    }

    /** Natural logarithm of the probability that the question asks for the FAQ; empty: unknown. */
    public Optional<Double> of(String articleId) {
      return Optional.ofNullable(numbers.get(articleId)).map(number -> scores[number] - total);
    }

    /** How many wordings the FAQ was learned from. */
    public int size(String articleId) {
      return sizes.getOrDefault(articleId, 0);
    }

    /** How strongly the question speaks for anything known at all, as a log-sum of the scores. */
    public double energy() {
      return total;
    }

    /** How far the question lies from everything known; about 1 for what is, more for the rest. */
    public double distance() {
      return distance;
    }

    /** How far the score stands above the FAQ's own wordings' mean score; empty: unknown. */
    public Optional<Double> raw(String articleId) {
      return Optional.ofNullable(numbers.get(articleId))
          .map(number -> scores[number] - habits.score(number));
    }

    /** How close the FAQ's own wordings are to each other, as a mean; empty: unknown. */
    public Optional<Double> closeness(String articleId) {
      return Optional.ofNullable(numbers.get(articleId)).map(habits::closeness);
    }

    /** The most probable FAQs, the first first; not more than twenty. */
    public List<String> best(int most) {
      return Arrays.stream(likely).limit(most).mapToObj(labels::get).toList();
    }
  }

  // Looked for beforehand: the vectors of more than can be learned would fill the memory.
  private static Set<String> learnable(Snapshot index) {
    var counts = new HashMap<String, Integer>();
    index.wordings((wording, vector) -> counts.merge(wording.articleId(), 1, Integer::sum));
    counts.values().removeIf(count -> count < FEWEST_WORDINGS);
    return counts.keySet();
  }

  private static ExampleClassifier train(
      Map<String, List<Snapshot.Wording>> wordings, Map<Snapshot.Wording, float[]> vectors) {
    var all = wordings.values().stream().flatMap(List::stream).toList();
    var scaling = Scaling.of(all.stream().map(vectors::get).toList());
    var words = WordFeatures.of(all.stream().map(Snapshot.Wording::text).toList());
    var examples = new ArrayList<SoftmaxTraining.Example>();
    int label = 0;
    for (var list : wordings.values()) {
      for (var wording : list) {
        var vector = java.util.Objects.requireNonNull(vectors.get(wording));
        examples.add(
            new SoftmaxTraining.Example(label, scaling.apply(vector), words.of(wording.text())));
      }
      label++;
    }
    var sizes =
        wordings.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> e.getValue().size(), (a, b) -> a, LinkedHashMap::new));
    var weights = new SoftmaxTraining(wordings.size()).train(examples);
    var groups =
        wordings.values().stream().map(list -> list.stream().map(vectors::get).toList()).toList();
    return new ExampleClassifier(
        sizes,
        scaling,
        words,
        weights,
        Distances.of(examples, wordings.size()),
        Habits.of(groups, examples, weights));
  }

  /** The places of the highest scores, the highest first. */
  private static int[] highest(float[] scores, int most) {
    var highest = new int[Math.min(most, scores.length)];
    int found = 0;
    for (int label = 0; label < scores.length; label++) {
      if (found == highest.length && scores[label] <= scores[highest[found - 1]]) {
        continue;
      }
      int at = found < highest.length ? found++ : found - 1;
      while (at > 0 && scores[highest[at - 1]] < scores[label]) {
        highest[at] = highest[at - 1];
        at--;
      }
      highest[at] = label;
    }
    return highest;
  }

  private static double logOfSum(float[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - most);
    }
    return most + Math.log(sum);
  }
}
