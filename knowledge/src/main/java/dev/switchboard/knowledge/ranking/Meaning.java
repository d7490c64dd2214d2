package dev.switchboard.knowledge.ranking;

import org.apache.lucene.util.VectorUtil;

/** Closeness of two texts by meaning, from the cosines of both halves of their vectors. */
final class Meaning {

  private Meaning() {}

  /** From the two cosines. */
  static double of(double left, double right) {
    return (left + spread(right)) / 2;
  }

  /** From the joined vectors; their halves have the length 1/&radic;2 each. */
  static double of(float[] one, float[] other) {
    double both = VectorUtil.dotProduct(one, other);
    // left/2 + right/2 = both, and of(left, right) = (left + 2 right - 1) / 2.
    double right = 0;
    for (int i = one.length / 2; i < one.length; i++) {
      right += one[i] * other[i];
    }
    right *= 2;
    return of(2 * both - right, right);
  }

  /** bge-small's cosines lie between about 0.5 and 1; spread to about 0 to 1. */
  static double spread(double right) {
    return (right - 0.5) * 2;
  }
}
