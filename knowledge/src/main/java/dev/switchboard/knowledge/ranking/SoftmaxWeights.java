package dev.switchboard.knowledge.ranking;

import dev.switchboard.knowledge.ranking.WordFeatures.Sparse;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.lucene.util.VectorUtil;

/**
 * The weights of a multinomial logistic regression.
 *
 * @param dense for each label its weights on the vector
 * @param sparse for each place of the word features its weights on every label; a place that was
 *     never met has no row
 * @param bias for each label its bias
 */
record SoftmaxWeights(float[][] dense, float[][] sparse, float[] bias) {

  static SoftmaxWeights read(DataInputStream in) throws IOException {
    return new SoftmaxWeights(Numbers.readRows(in), Numbers.readRows(in), Numbers.readFloats(in));
  }

  void write(DataOutputStream out) throws IOException {
    Numbers.write(out, dense);
    Numbers.write(out, sparse);
    Numbers.write(out, bias);
  }

  /** The scores of all labels, not normalised. */
  float[] scores(float[] vector, Sparse words) {
    var scores = bias.clone();
    for (int label = 0; label < scores.length; label++) {
      scores[label] += VectorUtil.dotProduct(dense[label], vector);
    }
    for (int i = 0; i < words.places().length; i++) {
      var row = sparse[words.places()[i]];
      float value = words.values()[i];
      for (int label = 0; label < row.length; label++) {
        scores[label] += value * row[label];
      }
    }
    return scores;
  }
}
