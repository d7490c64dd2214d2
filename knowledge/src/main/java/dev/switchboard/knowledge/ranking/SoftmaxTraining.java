package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.ranking.WordFeatures.Sparse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains multinomial logistic regression by stochastic gradient descent with a falling step and
 * weight decay. Deterministic: the same examples give the same weights.
 */
final class SoftmaxTraining {

  /**
   * One example.
   *
   * @param label the right label, from 0
   * @param vector its scaled vector
   * @param words its word features
   */
  record Example(int label, float[] vector, Sparse words) {}

  private static final double FIRST_STEP = 1.0;
  private static final double LAST_STEP = 0.05;
  private static final double DECAY = 1e-4;

  /** Examples looked at in all: a few wordings are looked at more often than many. */
  private static final int LOOKS = 60_000;

  private static final int FEWEST_EPOCHS = 6;
  private static final int MOST_EPOCHS = 60;

  /** A gradient smaller than this moves nothing worth its time. */
  private static final float SMALLEST = 1e-3f;

  private final int labels;

  SoftmaxTraining(int labels) {
    this.labels = labels;
  }

  SoftmaxWeights train(List<Example> examples) {
    var weights = blank(examples);
    int epochs = Math.clamp(LOOKS / examples.size(), FEWEST_EPOCHS, MOST_EPOCHS);
    var order = new ArrayList<>(examples);
    var random = new Random(1);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      double progress = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
      double step = FIRST_STEP * Math.pow(LAST_STEP / FIRST_STEP, progress);
      order.forEach(example -> learn(weights, example, (float) step));
      decay(weights, (float) (1 - Math.min(0.5, step * DECAY * examples.size())));
    }
    return weights;
  }

  private void learn(SoftmaxWeights weights, Example example, float step) {
    var errors = probabilities(weights.scores(example.vector(), example.words()));
    errors[example.label()] -= 1;
    for (int label = 0; label < labels; label++) {
      float error = errors[label] * step;
      if (Math.abs(errors[label]) > SMALLEST) {
        add(weights.dense()[label], example.vector(), -error);
        weights.bias()[label] -= error * 0.1f;
      } else {
        errors[label] = 0;
      }
    }
    var words = example.words();
    for (int i = 0; i < words.places().length; i++) {
      add(weights.sparse()[words.places()[i]], errors, -step * words.values()[i]);
    }
  }

  private SoftmaxWeights blank(List<Example> examples) {
    var sparse = new float[WordFeatures.PLACES][0];
    for (var example : examples) {
      for (int place : example.words().places()) {
        if (sparse[place].length == 0) {
          sparse[place] = new float[labels];
        }
      }
    }
    int width = examples.getFirst().vector().length;
    return new SoftmaxWeights(new float[labels][width], sparse, new float[labels]);
  }

  private static void decay(SoftmaxWeights weights, float factor) {
    for (var row : weights.dense()) {
      scale(row, factor);
    }
    for (var row : weights.sparse()) {
      scale(row, factor);
    }
  }

  private static void scale(float[] row, float factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void add(float[] to, float[] what, float times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static float[] probabilities(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
