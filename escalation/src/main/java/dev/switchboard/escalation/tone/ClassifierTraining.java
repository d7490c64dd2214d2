package dev.switchboard.escalation.tone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Trains logistic regression by stochastic gradient descent with steps of its own for each weight
 * (Duchi et al., Adaptive Subgradient Methods, JMLR 2011) and weight decay. Deterministic: the same
 * examples in the same order give the same weights.
 */
final class ClassifierTraining {
  private static final int EPOCHS = 14;
  private static final int FOLDS = 5;
  private static final double STEP = 0.05;
  private static final double DENSE_SCALE = 2;
  private static final double DENSE_DECAY = 1e-4;
  private static final double SPARSE_DECAY = 1e-4;
  private static final double SMALL = 1e-6;

  private final double[] dense;
  private final double[] denseSquares;
  private final double[] sparse = new double[Features.PLACES];
  private final double[] sparseSquares = new double[Features.PLACES];
  private double bias;
  private double biasSquares;

  private ClassifierTraining(int width) {
    dense = new double[width];
    denseSquares = new double[width];
  }

  /**
   * A classifier with the threshold that has the highest F1 on examples it was not trained on.
   *
   * @param examples at least {@link #FOLDS} of each kind
   */
  static Classifier train(List<Example> examples) {
    var order = new ArrayList<>(examples);
    Collections.shuffle(order, new Random(1));
    return fit(order, threshold(order));
  }

  private static Classifier fit(List<Example> examples, double threshold) {
    var training = new ClassifierTraining(examples.getFirst().vector().length);
    long positive = examples.stream().filter(Example::positive).count();
    training.bias = Math.log((double) positive / (examples.size() - positive));
    var order = new ArrayList<>(examples);
    var random = new Random(2);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(training::learn);
    }
    return training.classifier(threshold);
  }

  private record Judged(double chance, boolean positive) {}

  private static double threshold(List<Example> examples) {
    var judged = new ArrayList<Judged>();
    for (int fold = 0; fold < FOLDS; fold++) {
      var others = new ArrayList<Example>();
      var held = new ArrayList<Example>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? held : others).add(examples.get(i));
      }
      var classifier = fit(others, 0);
      held.forEach(one ->
          judged.add(new Judged(classifier.chance(one.vector(), one.features()), one.positive())));
    }
    return bestF1(judged);
  }

  private static double bestF1(List<Judged> judged) {
    judged.sort(Comparator.comparingDouble(Judged::chance).reversed());
    long positive = judged.stream().filter(Judged::positive).count();
    double best = 0;
    double threshold = 1;
    int hits = 0;
    for (int called = 1; called <= judged.size(); called++) {
      hits += judged.get(called - 1).positive() ? 1 : 0;
      double f1 = 2.0 * hits / (called + positive);
      if (f1 > best) {
        best = f1;
        threshold = halfway(judged, called);
      }
    }
    return threshold;
  }

  /** Between the last that is called so and the first that is not. */
  private static double halfway(List<Judged> judged, int called) {
    double last = judged.get(called - 1).chance();
    return called == judged.size() ? last : (last + judged.get(called).chance()) / 2;
  }

  private void learn(Example example) {
    double error = chance(example) - (example.positive() ? 1 : 0);
    biasSquares += error * error;
    bias -= STEP * error / Math.sqrt(biasSquares + SMALL);
    for (int i = 0; i < dense.length; i++) {
      double slope = error * example.vector()[i] * DENSE_SCALE + DENSE_DECAY * dense[i];
      denseSquares[i] += slope * slope;
      dense[i] -= STEP * slope / Math.sqrt(denseSquares[i] + SMALL);
    }
    var features = example.features();
    for (int i = 0; i < features.places().length; i++) {
      int place = features.places()[i];
      double slope = error * features.values()[i] + SPARSE_DECAY * sparse[place];
      sparseSquares[place] += slope * slope;
      sparse[place] -= STEP * slope / Math.sqrt(sparseSquares[place] + SMALL);
    }
  }

  private double chance(Example example) {
    double score = bias;
    for (int i = 0; i < dense.length; i++) {
      score += dense[i] * example.vector()[i] * DENSE_SCALE;
    }
    var features = example.features();
    for (int i = 0; i < features.places().length; i++) {
      score += sparse[features.places()[i]] * features.values()[i];
    }
    return Classifier.chance(score);
  }

  private Classifier classifier(double threshold) {
    var scaled = new float[dense.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (dense[i] * DENSE_SCALE);
    }
    var words = new float[sparse.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = (float) sparse[i];
    }
    return new Classifier(scaled, words, (float) bias, (float) threshold);
  }
}
