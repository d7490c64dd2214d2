package dev.switchboard.knowledge.ranking;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Words, pairs of words and parts of words as a sparse vector of length 1: the signed hashing trick
 * (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009) over TF-IDF
 * weights. Parts of words carry languages that no embedding model here knows, and spelling
 * mistakes.
 */
final class WordFeatures {

  /** How many places the features are hashed to. */
  static final int PLACES = 1 << 13;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");
  private static final double PART = 0.5;
  private static final int MOST_CHARACTERS = 600;

  private final Map<Integer, Integer> frequencies;
  private final int texts;

  private WordFeatures(Map<Integer, Integer> frequencies, int texts) {
    this.frequencies = frequencies;
    this.texts = texts;
  }

  /** Learns how rare each feature is. */
  static WordFeatures of(List<String> texts) {
    var frequencies = new HashMap<Integer, Integer>();
    for (var text : texts) {
      counts(text).keySet().forEach(feature -> frequencies.merge(feature, 1, Integer::sum));
    }
    return new WordFeatures(frequencies, texts.size());
  }

  static WordFeatures read(DataInputStream in) throws IOException {
    int texts = in.readInt();
    int[] pairs = Numbers.readInts(in);
    var frequencies = HashMap.<Integer, Integer>newHashMap(pairs.length / 2);
    for (int i = 0; i < pairs.length; i += 2) {
      frequencies.put(pairs[i], pairs[i + 1]);
    }
    return new WordFeatures(frequencies, texts);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(texts);
    Numbers.write(
        out,
        frequencies.entrySet().stream()
            .flatMapToInt(entry -> IntStream.of(entry.getKey(), entry.getValue()))
            .toArray());
  }

  /**
   * A sparse vector.
   *
   * @param places where it is not zero, ascending
   * @param values what stands there
   */
  record Sparse(int[] places, float[] values) {}

  /** The features of the text that were met before; empty when none was. */
  Sparse of(String text) {
    var dense = new HashMap<Integer, Double>();
    counts(text)
        .forEach((feature, count) -> {
          int met = frequencies.getOrDefault(feature, 0);
          if (met > 0) {
            double value = Math.sqrt(count) * Math.log(1 + (double) texts / met);
            double signed = (feature & 1) == 0 ? value : -value;
            dense.merge((feature >>> 1) % PLACES, signed, Double::sum);
          }
        });
    return normalised(dense);
  }

  private static Sparse normalised(Map<Integer, Double> dense) {
    int[] places = dense.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    double square = dense.values().stream().mapToDouble(value -> value * value).sum();
    var values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = (float) (dense.getOrDefault(places[i], 0.0) / Math.sqrt(square));
    }
    return new Sparse(places, square == 0 ? new float[places.length] : values);
  }

  /** Features by hash: words and pairs count 1, each part of a word counts a half. */
  private static Map<Integer, Double> counts(String text) {
    var counts = new HashMap<Integer, Double>();
    var words = WORD.matcher(cut(text).toLowerCase(Locale.ROOT));
    var before = "";
    while (words.find()) {
      var word = words.group();
      counts.merge(hash("w", word), 1.0, Double::sum);
      if (!before.isEmpty()) {
        counts.merge(hash("b", before + ' ' + word), 1.0, Double::sum);
      }
      parts("_" + word + "_", counts);
      before = word;
    }
    return counts;
  }

  private static void parts(String word, Map<Integer, Double> counts) {
    int shortest = word.codePoints().anyMatch(WordFeatures::isIdeographic) ? 2 : 3;
    for (int length = shortest; length < shortest + 3; length++) {
      for (int start = 0; start + length <= word.length(); start++) {
        counts.merge(hash("c", word.substring(start, start + length)), PART, Double::sum);
      }
    }
  }

  private static boolean isIdeographic(int c) {
    return c >= 0x2E80;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  /** FNV-1a, 32 bits, finished as MurmurHash3 does, as the lowest bit becomes the sign. */
  private static int hash(String kind, String text) {
    int hash = 0x811c9dc5;
    for (char c : Arrays.asList(kind, text).toString().toCharArray()) {
      hash = (hash ^ c) * 0x01000193;
    }
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    return hash & 0x7fffffff;
  }
}
