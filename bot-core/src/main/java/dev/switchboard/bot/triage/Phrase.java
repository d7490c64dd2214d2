package dev.switchboard.bot.triage;

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
      throw new IllegalArgumentException("a phrase has to begin with a word");
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
    // Bit n stands for "the parts so far can end n words behind the first".
    long reached = 1;
    for (var part : parts) {
      reached = advance(part, tokens, from, reached);
      if (reached == 0) {
        return -1;
      }
    }
    return longest(tokens, from, reached);
  }

  private static long advance(Part part, List<Token> tokens, int from, long reached) {
    long next = 0;
    for (long rest = reached; rest != 0; rest &= rest - 1) {
      int at = from + Long.numberOfTrailingZeros(rest);
      next |=
          switch (part) {
            case Gap gap -> skip(tokens, from, at);
            case Words words -> read(words, tokens, from, at);
          };
    }
    return next;
  }

  private static long skip(List<Token> tokens, int from, int at) {
    long next = bit(from, at);
    for (int end = at; end < at + LONGEST_GAP && goesOn(tokens, from, end); end++) {
      next |= bit(from, end + 1);
    }
    return next;
  }

  private static long read(Words words, List<Token> tokens, int from, int at) {
    long next = words.optional() ? bit(from, at) : 0;
    if (goesOn(tokens, from, at)) {
      for (var wording : words.byFirst().getOrDefault(tokens.get(at).word(), List.of())) {
        next |= stands(wording, tokens, from, at) ? bit(from, at + wording.size()) : 0;
      }
    }
    return next;
  }

  private static long bit(int from, int at) {
    return at - from < Long.SIZE ? 1L << (at - from) : 0;
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

  private int longest(List<Token> tokens, int from, long ends) {
    for (long rest = ends; rest != 0; rest &= ~Long.highestOneBit(rest)) {
      int end = from + Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
      if (end > from && (!closes || end == tokens.size() || tokens.get(end).opens())) {
        return end;
      }
    }
    return -1;
  }
}
