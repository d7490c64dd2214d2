package dev.switchboard.app.cli;

import java.util.regex.Pattern;

/** Texts of others, made safe for a terminal. */
final class Printable {
  // With an escape character a text could rewrite the screen, or type on the person's behalf.
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private Printable() {}

  /** The text without control characters other than line breaks and tabs. */
  static String of(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }
}
