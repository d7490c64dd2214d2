package dev.switchboard.bot.triage;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Drops what cannot be seen and folds white space, one code point at a time. */
final class Scrubber {

  private static final int MOST_MARKS = 8;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /** Characters that Unicode calls letters or symbols although nothing of them is drawn. */
  private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

  /** Scripts in which an invisible joiner between letters can only hide something. */
  private static final Set<UnicodeScript> UNJOINED =
      Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

  private final StringBuilder clean = new StringBuilder();
  private int marks;
  private boolean space;
  private boolean line;

  String scrub(String text) {
    text.codePoints().forEach(this::add);
    return clean.toString();
  }

  private void add(int point) {
    if (isSpace(point)) {
      space = true;
      line |= point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029;
    } else if (isSeen(point)) {
      write(Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point);
    }
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || BLANKS.contains(point);
  }

  private boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
      case Character.FORMAT -> isJoiner(point) && joinsWhatCameBefore();
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isDrawnMark(point);
      default -> {
        marks = 0;
        yield true;
      }
    };
  }

  private static boolean isJoiner(int point) {
    return point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
  }

  // Persian and Indic words and emoji families fall apart without their joiners.
  private boolean joinsWhatCameBefore() {
    if (clean.isEmpty() || space) {
      return false;
    }
    int before = clean.codePointBefore(clean.length());
    return !isJoiner(before)
        && before > 0xFF
        && !UNJOINED.contains(UnicodeScript.of(before))
        && (Character.isLetter(before) || Character.getType(before) != Character.SPACE_SEPARATOR);
  }

  private boolean isDrawnMark(int point) {
    boolean supplementarySelector = point >= 0xE0100 && point <= 0xE01EF;
    return !supplementarySelector && ++marks <= MOST_MARKS;
  }

  private void write(int point) {
    if (space && !clean.isEmpty()) {
      clean.append(line ? '\n' : ' ');
    }
    space = false;
    line = false;
    clean.appendCodePoint(point);
  }
}
