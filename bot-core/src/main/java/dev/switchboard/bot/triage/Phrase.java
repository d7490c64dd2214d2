package dev.switchboard.bot.triage;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of words with choices, as a word list spells it.
 *
 * <p>Matching follows all readings at once and never backtracks: its time grows with the length of
 * the phrase only.
 *
 * @param parts what has to follow each other
 * @param opens whether it only counts where a clause begins
 * @param closes whether it only counts where a clause ends
 */
record Phrase(List<Part> parts, boolean opens, boolean closes) {

  /** Longest stretch that "..." stands for, in words. */
  private static final int LONGEST_GAP = 3;

  Phrase {
    parts = List.copyOf(parts);
    if (firstWords(parts).isEmpty()) {
      throw new IllegalArgumentException("a phrase has to begin with a word: " + parts);
    }
  }

  /** A piece of a phrase. */
  sealed interface Part {}

  /** One of several wordings, found by the first word of each. */
  record Words(Map<String, List<List<String>>> byFirst, boolean optional) implements Part {}

  /** Up to three words of any kind. */
  record Gap() implements Part {}

  /** The words this phrase can begin with. */
  Set<String> firstWords() {
    return firstWords(parts);
  }

  private static Set<String> firstWords(List<Part> parts) {
    var words = new HashSet<String>();
    for (var part : parts) {
      if (!(part instanceof Words choice)) {
        return Set.of();
      }
      words.addAll(choice.byFirst().keySet());
      if (!choice.optional()) {
        return words;
      }
    }
    return Set.of();
  }

  /** Where the longest reading that begins at {@code from} ends, exclusive; -1 when none does. */
  int end(List<Token> tokens, int from) {
    if (opens && !tokens.get(from).opens()) {
      return -1;
    }
    var reached = new BitSet();
    reached.set(from);
    for (var part : parts) {
      reached = advance(part, tokens, from, reached);
    }
    return longest(tokens, from, reached);
  }

  private static BitSet advance(Part part, List<Token> tokens, int from, BitSet reached) {
    var next = new BitSet();
    reached.stream()
        .forEach(
            at -> {
              switch (part) {
                case Gap gap -> skip(tokens, from, at, next);
                case Words words -> read(words, tokens, from, at, next);
              }
            });
    return next;
  }

  private static void skip(List<Token> tokens, int from, int at, BitSet next) {
    next.set(at);
    int end = at;
    while (end < at + LONGEST_GAP && goesOn(tokens, from, end)) {
      next.set(++end);
    }
  }

  private static void read(Words words, List<Token> tokens, int from, int at, BitSet next) {
    if (words.optional()) {
      next.set(at);
    }
    if (goesOn(tokens, from, at)) {
      for (var wording : words.byFirst().getOrDefault(tokens.get(at).word(), List.of())) {
        if (stands(wording, tokens, from, at)) {
          next.set(at + wording.size());
        }
      }
    }
  }

  private static boolean stands(List<String> wording, List<Token> tokens, int from, int at) {
    for (int i = 0; i < wording.size(); i++) {
      if (!goesOn(tokens, from, at + i) || !tokens.get(at + i).word().equals(wording.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean goesOn(List<Token> tokens, int from, int at) {
    return at < tokens.size() && (at == from || tokens.get(at).before() != Token.Gap.HARD);
  }

  private int longest(List<Token> tokens, int from, BitSet ends) {
    int end = ends.length() - 1;
    while (end > from && closes && end < tokens.size() && !tokens.get(end).opens()) {
      end = ends.previousSetBit(end - 1);
    }
    return end > from ? end : -1;
  }
}
