package dev.switchboard.bot.triage;

import java.util.List;

/**
 * Tells words from keyboard mash.
 *
 * <p>Only short messages are suspected, and only words that no language spells: a row of keys, a
 * syllable over and over, many consonants without a vowel. Anything with a digit may be a number or
 * a product code.
 */
final class Readable {

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_CONSONANTS = 5;
  private static final int SHORTEST_RUN = 3;
  private static final String VOWELS = "aeiouy";

  private static final List<String> KEYS =
      List.of(
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertzuiop",
          "yxcvbnm",
          "azertyuiop",
          "qsdfghjklm",
          "poiuytrewq",
          "lkjhgfdsa",
          "mnbvcxz",
          "poiuztrewq",
          "mnbvcxy",
          "йцукенгшщзх",
          "фывапролдж",
          "ячсмитьбю");

  private Readable() {}

  /** Whether the text holds a word, a number or a code. */
  static boolean isReadable(List<Token> tokens) {
    return tokens.size() > MOST_WORDS
        || tokens.stream().map(Token::word).anyMatch(Readable::isWord);
  }

  private static boolean isWord(String word) {
    if (!isPlain(word)) {
      return true;
    }
    return word.length() > 1 && !isKeyRow(word) && !isRepeated(word) && !lacksVowels(word);
  }

  private static boolean isPlain(String word) {
    return word.chars()
        .allMatch(letter -> letter >= 'a' && letter <= 'z' || letter >= 'а' && letter <= 'я');
  }

  private static boolean isKeyRow(String word) {
    int covered = 0;
    int at = 0;
    while (at < word.length()) {
      int run = runAt(word, at);
      covered += run >= SHORTEST_RUN ? run : 0;
      at += Math.max(1, run);
    }
    // "Wert" is a German word: four keys in a row are mash only at the end of a row.
    return word.length() > SHORTEST_RUN + 1
        ? covered * 5 >= word.length() * 4
        : word.length() > SHORTEST_RUN
            && KEYS.stream().anyMatch(row -> row.startsWith(word) || row.endsWith(word));
  }

  private static int runAt(String word, int at) {
    int longest = 0;
    for (int end = at + 1; end <= word.length(); end++) {
      var run = word.substring(at, end);
      if (KEYS.stream().noneMatch(row -> row.contains(run))) {
        return longest;
      }
      longest = end - at;
    }
    return longest;
  }

  private static boolean isRepeated(String word) {
    for (int unit = 1; unit <= 4; unit++) {
      if (word.length() >= 3 * unit && word.length() > 3 && repeats(word, unit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeats(String word, int unit) {
    return word.regionMatches(unit, word, 0, word.length() - unit);
  }

  private static boolean lacksVowels(String word) {
    return word.length() > LONGEST_CONSONANTS
        && word.charAt(0) < 'а'
        && word.chars().noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
  }
}
