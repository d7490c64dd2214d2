package dev.switchboard.app.log;

/**
 * Texts of others, made safe for a line of a log: one line, nothing that a terminal obeys or that
 * turns the direction of writing, and not too long.
 */
final class Field {
  /** The longest field, in characters; the rest is cut off. */
  static final int LONGEST = 2_000;

  private static final String CUT = "…";

  private Field() {}

  /** The text, with the number of each character that must not be written as it is. */
  static String safe(String text) {
    var safe = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(point -> {
          if (safe.length() < LONGEST) {
            append(safe, point);
          }
        });
    return safe.length() >= LONGEST || text.length() > LONGEST ? safe + CUT : safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          safe.append("\\u%04x".formatted(point));
      default -> safe.appendCodePoint(point);
    }
  }
}
