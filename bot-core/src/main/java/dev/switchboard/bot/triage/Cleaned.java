package dev.switchboard.bot.triage;

import dev.switchboard.bot.Message;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A customer's text made safe to read: bounded, in NFC, without invisible characters.
 *
 * @param text the readable part; white space is folded to one space, or to one line feed where
 *     lines broke
 * @param cut whether more was written than is read
 */
record Cleaned(String text, boolean cut) {

  /** Longest grapheme that decides where the text is cut; a longer one is split. */
  private static final int LONGEST_GRAPHEME = 64;

  /** Cleans the raw text; what is beyond {@link Message#MAX_LENGTH} is not looked at. */
  static Cleaned of(String raw) {
    // Cut before anything costly: the raw text may hold a million characters.
    var stripped = raw.strip();
    var window = cut(stripped);
    var text = cut(Normalizer.normalize(new Scrubber().scrub(window), Normalizer.Form.NFC)).strip();
    return new Cleaned(text, window.length() < stripped.length());
  }

  private static String cut(String text) {
    if (text.length() <= Message.MAX_LENGTH) {
      return text;
    }
    var window = text.substring(0, Math.min(text.length(), Message.MAX_LENGTH + LONGEST_GRAPHEME));
    return window.substring(0, boundary(window));
  }

  private static int boundary(String window) {
    var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(window);
    int end = graphemes.isBoundary(Message.MAX_LENGTH) ? Message.MAX_LENGTH : graphemes.previous();
    if (end >= Message.MAX_LENGTH - LONGEST_GRAPHEME) {
      return end;
    }
    boolean splitsPair = Character.isLowSurrogate(window.charAt(Message.MAX_LENGTH));
    return Message.MAX_LENGTH - (splitsPair ? 1 : 0);
  }
}
