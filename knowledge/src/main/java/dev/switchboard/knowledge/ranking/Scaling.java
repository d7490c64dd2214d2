package dev.switchboard.knowledge.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Moves vectors so that their mean is zero and their mean length one: sentence vectors share a
 * large common part that would only slow learning down.
 *
 * @param mean the mean of the vectors
 * @param factor what lengths are multiplied by
 */
record Scaling(float[] mean, float factor) {

  static Scaling of(List<float[]> vectors) {
    var mean = new float[vectors.getFirst().length];
    for (var vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    var centred = new Scaling(mean, 1);
    double length = 0;
    for (var vector : vectors) {
      length += length(centred.apply(vector)) / vectors.size();
    }
    return new Scaling(mean, length == 0 ? 1 : (float) (1 / length));
  }

  static Scaling read(DataInputStream in) throws IOException {
    return new Scaling(Numbers.readFloats(in), in.readFloat());
  }

  void write(DataOutputStream out) throws IOException {
    Numbers.write(out, mean);
    out.writeFloat(factor);
  }

  float[] apply(float[] vector) {
    var scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = (vector[i] - mean[i]) * factor;
    }
    return scaled;
  }

  private static double length(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    return Math.sqrt(square);
  }
}
