package dev.switchboard.bot.conversation;

import java.util.regex.Pattern;

/** Makes texts such that both databases take them and give them back unchanged. */
final class StorableText {
  private static final String NUL = "\0";
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private StorableText() {}

  /** The text without NUL characters and with U+FFFD for broken ones. */
  static String cleaned(String text) {
    return LONE_SURROGATE.matcher(text.replace(NUL, "")).replaceAll("\uFFFD");
  }

  /**
   * The name as it is: another name would be another thing.
   *
   * @param what what the name is of, for the error
   * @param longest in UTF-16 characters
   * @throws IllegalArgumentException when it is blank, too long or cannot be stored as it is
   */
  static String name(String what, String name, int longest) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    if (name.length() > longest) {
      throw new IllegalArgumentException(
          "%s has %d characters, at most %d are taken".formatted(what, name.length(), longest));
    }
    if (!cleaned(name).equals(name)) {
      throw new IllegalArgumentException(what + " holds a character that cannot be stored");
    }
    return name;
  }

  /** The text as far as it is not too long, never ending in half a character. */
  static String cut(String text, int longest) {
    return text.length() <= longest ? text : cleaned(text.substring(0, longest));
  }
}
