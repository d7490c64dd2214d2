package dev.switchboard.knowledge.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * How far a vector lies from the centre of each label, measured in the spread that the labels have
 * in common: the Mahalanobis distance (Lee et al., A Simple Unified Framework for Detecting
 * Out-of-Distribution Samples, NeurIPS 2018). A question that asks for nothing known is far from
 * every centre even where one of them is nearest.
 *
 * @param spread lower triangle of the Cholesky factor of the shared covariance
 * @param centres for each label its centre, solved against the factor
 */
record Distances(float[][] spread, float[][] centres) {

  /** The covariance is drawn this far to a sphere, as there are few examples for its size. */
  private static final double SHRINKAGE = 1.0;

  static Distances of(List<SoftmaxTraining.Example> examples, int labels) {
    int width = examples.getFirst().vector().length;
    var centres = centres(examples, labels, width);
    var factor = cholesky(covariance(examples, centres, width));
    var solved = new float[labels][];
    for (int label = 0; label < labels; label++) {
      solved[label] = solve(factor, centres[label]);
    }
    return new Distances(factor, solved);
  }

  static Distances read(DataInputStream in) throws IOException {
    return new Distances(Numbers.readRows(in), Numbers.readRows(in));
  }

  void write(DataOutputStream out) throws IOException {
    Numbers.write(out, spread);
    Numbers.write(out, centres);
  }

  /**
   * The square of the distance to the nearest centre for each dimension; about 1 for a member.
   *
   * @param labels whose centres are looked at; more than the likely ones only cost time
   */
  double nearest(float[] vector, int[] labels) {
    var solved = solve(spread, vector);
    double nearest = Double.POSITIVE_INFINITY;
    for (int label : labels) {
      nearest = Math.min(nearest, VectorUtil.squareDistance(solved, centres[label]));
    }
    return nearest / solved.length;
  }

  private static float[][] centres(List<SoftmaxTraining.Example> examples, int labels, int width) {
    var centres = new float[labels][width];
    var counts = new int[labels];
    for (var example : examples) {
      counts[example.label()]++;
      add(centres[example.label()], example.vector(), 1);
    }
    for (int label = 0; label < labels; label++) {
      for (int i = 0; i < width; i++) {
        centres[label][i] /= Math.max(1, counts[label]);
      }
    }
    return centres;
  }

  private static float[][] covariance(
      List<SoftmaxTraining.Example> examples, float[][] centres, int width) {
    var covariance = new float[width][width];
    for (var example : examples) {
      var rest = example.vector().clone();
      add(rest, centres[example.label()], -1);
      for (int row = 0; row < width; row++) {
        addUpTo(covariance[row], rest, rest[row], row + 1);
      }
    }
    int freedom = Math.max(1, examples.size() - centres.length);
    double trace = 0;
    for (int i = 0; i < width; i++) {
      trace += covariance[i][i] / freedom / width;
    }
    for (int row = 0; row < width; row++) {
      for (int column = 0; column <= row; column++) {
        covariance[row][column] /= freedom;
      }
      covariance[row][row] += (float) (SHRINKAGE * trace + 1e-6);
    }
    return covariance;
  }

  private static float[][] cholesky(float[][] matrix) {
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row][column] - dot(matrix[row], matrix[column], column);
        matrix[row][column] =
            (float)
                (row == column ? Math.sqrt(Math.max(rest, 1e-9)) : rest / matrix[column][column]);
      }
    }
    return matrix;
  }

  private static float[] solve(float[][] factor, float[] vector) {
    var solved = new float[vector.length];
    for (int row = 0; row < vector.length; row++) {
      solved[row] = (float) ((vector[row] - dot(factor[row], solved, row)) / factor[row][row]);
    }
    return solved;
  }

  private static double dot(float[] a, float[] b, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < length; i++) {
      s0 += a[i] * b[i];
    }
    return (double) s0 + s1 + s2 + s3;
  }

  private static void add(float[] to, float[] what, float times) {
    addUpTo(to, what, times, to.length);
  }

  private static void addUpTo(float[] to, float[] what, float times, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += times * what[i];
    }
  }
}
