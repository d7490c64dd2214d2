package dev.switchboard.knowledge.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What is usual for each label: a question as close as its own wordings are to each other belongs
 * to a label, one that is less so may only look like it. Labels differ much in both.
 *
 * @param closenesses for each label how close a wording is to its nearest sibling, as a mean
 * @param scores for each label the mean score of its own wordings before normalisation
 */
record Habits(double[] closenesses, double[] scores) {

  /** More wordings of a label than these do not change its mean, but cost the square. */
  private static final int ENOUGH = 60;

  static Habits of(
      List<List<float[]>> groups, List<SoftmaxTraining.Example> examples, SoftmaxWeights weights) {
    var closenesses = groups.stream().mapToDouble(Habits::closeness).toArray();
    var scores = new double[groups.size()];
    var counts = new int[groups.size()];
    for (var example : examples) {
      scores[example.label()] += weights.scores(example.vector(), example.words())[example.label()];
      counts[example.label()]++;
    }
    for (int label = 0; label < scores.length; label++) {
      scores[label] /= Math.max(1, counts[label]);
    }
    return new Habits(closenesses, scores);
  }

  static Habits read(DataInputStream in) throws IOException {
    return new Habits(Numbers.readDoubles(in), Numbers.readDoubles(in));
  }

  void write(DataOutputStream out) throws IOException {
    Numbers.write(out, closenesses);
    Numbers.write(out, scores);
  }

  double closeness(int label) {
    return closenesses[label];
  }

  double score(int label) {
    return scores[label];
  }

  private static double closeness(List<float[]> wordings) {
    var some = wordings.subList(0, Math.min(ENOUGH, wordings.size()));
    double sum = 0;
    for (int i = 0; i < some.size(); i++) {
      double nearest = 0;
      for (int j = 0; j < some.size(); j++) {
        if (i != j) {
          nearest = Math.max(nearest, Meaning.of(some.get(i), some.get(j)));
        }
      }
      sum += nearest;
    }
    return sum / some.size();
  }
}
