package dev.switchboard.bot.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether an answer says nothing but what its evidence says, by words alone: how many of them
 * the evidence has, how much of the answer stands there in the same order, which words that carry
 * meaning, numbers and names among them, it has not, whether the answer denies where the evidence
 * does not, and whether it talks of itself or asks.
 *
 * <p>The weights were set on pairs of two kinds (articles, films) so that what was set on one kind
 * holds on the other. It is deaf to meaning: a sentence turned round with the same words passes,
 * and another wording for the same fails.
 */
public final class Grounding {
  private static final double BIAS = -3.4;
  private static final double KNOWN_WORDS = 3.6;
  private static final double SAME_ORDER = 4.0;
  private static final double UNKNOWN_WORDS = -1.6;
  private static final double CHAT = -1.0;
  private static final double QUESTION = -2.5;
  private static final double DENIAL = -1.8;
  private static final int MOST_WORDS = 2_000;

  private Grounding() {}

  /**
   * The chance, 0 to 1, that the evidence supports the whole answer; 0 for an answer without words.
   *
   * <p>Takes time that grows with the product of both lengths, of which the first {@link
   * #MOST_WORDS} words each are read.
   */
  public static double chance(String evidence, String answer) {
    var known = read(evidence);
    var said = read(answer);
    return said.isEmpty() ? 0 : 1 / (1 + Math.exp(-score(known, said, answer)));
  }

  /** Whether the evidence more likely supports the whole answer than not. */
  public static boolean supports(String evidence, String answer) {
    return chance(evidence, answer) > 0.5;
  }

  private static List<String> read(String text) {
    var words = Tokens.of(text);
    return words.subList(0, Math.min(words.size(), MOST_WORDS));
  }

  private static double score(List<String> known, List<String> said, String answer) {
    var words = Set.copyOf(known);
    var knownStems = known.stream().map(Tokens::stem).toList();
    var saidStems = said.stream().map(Tokens::stem).toList();
    var stems = new HashSet<>(knownStems);
    double supported = saidStems.stream().filter(stems::contains).count();
    long missing =
        said.stream()
            .filter(Tokens::isContent)
            .filter(word -> !stems.contains(Tokens.stem(word)))
            .count();
    long chat = said.stream().filter(Tokens::isChat).filter(word -> !words.contains(word)).count();
    boolean denies =
        said.stream().anyMatch(Tokens::isDenial) && known.stream().noneMatch(Tokens::isDenial);
    return BIAS
        + KNOWN_WORDS * supported / said.size()
        + SAME_ORDER * inOrder(saidStems, knownStems) / said.size()
        + UNKNOWN_WORDS * Math.log1p(missing)
        + CHAT * Math.log1p(chat)
        + (answer.contains("?") ? QUESTION : 0)
        + (denies ? DENIAL : 0);
  }

  /** The length of the longest common subsequence. */
  private static int inOrder(List<String> said, List<String> known) {
    var lengths = new int[known.size() + 1];
    for (var word : said) {
      int before = 0;
      for (int i = 0; i < known.size(); i++) {
        int above = lengths[i + 1];
        lengths[i + 1] = word.equals(known.get(i)) ? before + 1 : Math.max(above, lengths[i]);
        before = above;
      }
    }
    return lengths[known.size()];
  }
}
