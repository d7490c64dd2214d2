package dev.switchboard.bot.triage;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words.
 *
 * <p>Scripts that write without spaces yield one token for each character, so that a phrase is a
 * row of tokens in every script.
 */
final class Tokens {

  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI);

  private static final String SENTENCE_ENDS = ".!?\n。！？؟…｡";
  private static final String APOSTROPHES = "'’‘`´";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private Token.Gap gap = Token.Gap.HARD;

  private Tokens(String text) {
    this.text = text;
  }

  /** The words of the text in their order. */
  static List<Token> of(String text) {
    return new Tokens(text).cut();
  }

  /** Whether the code point belongs to a script that writes words without spaces between them. */
  static boolean isUnspaced(int point) {
    return UNSPACED.contains(UnicodeScript.of(point));
  }

  private List<Token> cut() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(at);
      if (end > at) {
        tokens.add(new Token(fold(text.substring(at, end)), at, end, gap));
        gap = Token.Gap.NONE;
      } else {
        end = at + Character.charCount(text.codePointAt(at));
        widenGap(at, end);
      }
      at = end;
    }
    return List.copyOf(tokens);
  }

  private int endOfWord(int from) {
    int point = text.codePointAt(from);
    if (isUnspaced(point)) {
      return from + Character.charCount(point);
    }
    int at = from;
    while (at < text.length() && (isWordPart(at) || isJoint(from, at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private boolean isWordPart(int at) {
    int point = text.codePointAt(at);
    return !isUnspaced(point) && (Character.isLetterOrDigit(point) || isMark(point));
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK && point < 0xFE00
        || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean isJoint(int from, int at) {
    char joint = text.charAt(at);
    return at > from
        && at + 1 < text.length()
        && (joint == '-' || APOSTROPHES.indexOf(joint) >= 0)
        && isWordPart(at + 1);
  }

  private void widenGap(int at, int next) {
    int point = text.codePointAt(at);
    if (SENTENCE_ENDS.indexOf(point) >= 0 && !standsInsideWord(point, next)) {
      gap = Token.Gap.HARD;
    } else if (gap == Token.Gap.NONE && point != ' ' && !standsInsideWord(point, next)) {
      gap = Token.Gap.SOFT;
    }
  }

  // The point of "3.5" and "example.com" ends nothing.
  private boolean standsInsideWord(int point, int next) {
    return point == '.' && next < text.length() && isWordPart(next);
  }

  private static String fold(String word) {
    if (word.chars().allMatch(letter -> letter < 0x80 && letter != '\'' && letter != '`')) {
      return word.toLowerCase(Locale.ROOT);
    }
    var plain = new StringBuilder(word.length());
    Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(point -> !isAccent(point) && APOSTROPHES.indexOf(point) < 0)
        .forEach(point -> plain.append(spelled(point)));
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isAccent(int point) {
    boolean latin = point >= 0x300 && point <= 0x36F;
    boolean arabic = point >= 0x64B && point <= 0x652;
    return latin || arabic;
  }

  private static String spelled(int point) {
    return switch (point) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ' -> "d";
      case 'ı' -> "i";
      default -> Character.toString(point);
    };
  }
}
