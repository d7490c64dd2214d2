package dev.switchboard.bot.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text at the ends of its sentences and lines. */
public final class Sentences {

  private static final String WIDE_ENDS = "。！？｡";
  private static final String ENDS = ".!?؟…";
  private static final String CLOSERS = "\"'”’»)]」』";

  /** A point behind one of these ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "vs", "etc", "approx", "incl", "excl",
          "e.g", "i.e", "z.b", "bzw", "ca", "usw", "inkl", "evtl", "ggf", "art", "tel", "p.ex",
          "ex", "sr", "sra", "dott", "sig", "bijv", "nb", "min", "max", "u.a", "d.h", "a.m", "p.m");

  private Sentences() {}

  /** The sentences in their order, letter for letter, without white space around them. */
  public static List<String> of(String text) {
    var sentences = new ArrayList<String>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '\n' ? at + 1 : endOfMark(text, at);
      if (end > at && ends(text, start, at, end)) {
        add(sentences, text.substring(start, end));
        start = end;
      }
      at = Math.max(at + 1, end);
    }
    add(sentences, text.substring(start));
    return List.copyOf(sentences);
  }

  private static int endOfMark(String text, int from) {
    int at = from;
    while (at < text.length() && (WIDE_ENDS + ENDS).indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    while (at > from && at < text.length() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean ends(String text, int start, int at, int end) {
    char mark = text.charAt(at);
    if (mark == '\n' || WIDE_ENDS.indexOf(mark) >= 0) {
      return true;
    }
    boolean spaced = end == text.length() || Character.isWhitespace(text.charAt(end));
    return spaced && (mark != '.' || !isAbbreviation(text, start, at));
  }

  private static boolean isAbbreviation(String text, int start, int point) {
    int from = point;
    while (from > start && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    var word = text.substring(from, point).toLowerCase(Locale.ROOT);
    boolean numberOrInitial = word.length() <= 2 && !word.isEmpty() && from == start;
    return numberOrInitial || ABBREVIATIONS.contains(word);
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }
}
