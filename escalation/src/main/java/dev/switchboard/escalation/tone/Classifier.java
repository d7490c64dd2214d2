package dev.switchboard.escalation.tone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Logistic regression on the embedding of a text and on what it is written with.
 *
 * @param dense a weight for each number of the embedding
 * @param sparse a weight for each of the {@link Features#PLACES}
 * @param bias added to every score
 * @param threshold the chance from which on the signal counts as there
 */
record Classifier(float[] dense, float[] sparse, float bias, float threshold) {

  /** Chance, 0 to 1, that the text carries the signal. */
  double chance(float[] vector, Features features) {
    return chance(score(vector, features));
  }

  /** The chance that belongs to a score. */
  static double chance(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  /** The logarithm of the odds that the text carries the signal. */
  double score(float[] vector, Features features) {
    double score = bias;
    for (int i = 0; i < dense.length; i++) {
      score += dense[i] * vector[i];
    }
    for (int i = 0; i < features.places().length; i++) {
      score += sparse[features.places()[i]] * features.values()[i];
    }
    return score;
  }

  /** In half precision: no decision hangs on the rest. */
  void write(DataOutputStream out) throws IOException {
    write(out, dense);
    write(out, sparse);
    out.writeFloat(bias);
    out.writeFloat(threshold);
  }

  private static void write(DataOutputStream out, float[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (float number : numbers) {
      out.writeShort(Float.floatToFloat16(number));
    }
  }

  static Classifier read(DataInputStream in) throws IOException {
    return new Classifier(numbers(in), numbers(in), in.readFloat(), in.readFloat());
  }

  private static float[] numbers(DataInputStream in) throws IOException {
    var numbers = new float[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.float16ToFloat(in.readShort());
    }
    return numbers;
  }
}
