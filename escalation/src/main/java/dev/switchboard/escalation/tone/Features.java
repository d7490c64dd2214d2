package dev.switchboard.escalation.tone;

import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words, pairs of words, parts of words and runs of punctuation as a sparse vector of length 1, by
 * the hashing trick (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML
 * 2009). They carry what an embedding smooths away: swear words, their misspellings, "!!!".
 */
record Features(int[] places, float[] values) {

  /** How many places the features are hashed to. */
  static final int PLACES = 1 << 16;

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}_']+|[!?]+|\\p{So}");
  private static final double PART = 0.5;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 5;
  private static final int MOST_CHARACTERS = 1_000;

  static Features of(String text) {
    var weights = new TreeMap<Integer, Double>();
    var tokens =
        TOKEN.matcher(
            text.substring(0, Math.min(text.length(), MOST_CHARACTERS)).toLowerCase(Locale.ROOT));
    var before = "";
    while (tokens.find()) {
      var token = tokens.group();
      weights.merge(place("w", token), 1.0, Double::sum);
      weights.merge(place("b", before + ' ' + token), 1.0, Double::sum);
      parts("_" + token + "_", weights);
      before = token;
    }
    return normalised(weights);
  }

  private static void parts(String word, TreeMap<Integer, Double> weights) {
    for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
      for (int start = 0; start + length <= word.length(); start++) {
        weights.merge(place("c", word.substring(start, start + length)), PART, Double::sum);
      }
    }
  }

  /** Each feature by the root of how often it occurs. */
  private static Features normalised(TreeMap<Integer, Double> weights) {
    double length = Math.sqrt(weights.values().stream().mapToDouble(Double::doubleValue).sum());
    var places = new int[weights.size()];
    var values = new float[weights.size()];
    int next = 0;
    for (var weight : weights.entrySet()) {
      places[next] = weight.getKey();
      values[next++] = (float) (Math.sqrt(weight.getValue()) / length);
    }
    return new Features(places, values);
  }

  /** FNV-1a, 32 bits, the upper half folded into the lower. */
  private static int place(String kind, String text) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < kind.length(); i++) {
      hash = (hash ^ kind.charAt(i)) * 0x01000193;
    }
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return (hash ^ hash >>> 16) & (PLACES - 1);
  }
}
