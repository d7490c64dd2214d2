package dev.switchboard.knowledge.article;

import java.util.regex.Pattern;

/** Makes texts such that both databases take them and give them back unchanged. */
final class StorableText {
  // H2's longest varchar; PostgreSQL would take more.
  private static final int LONGEST = 1_048_576;
  private static final String NUL = "\0";
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  private StorableText() {}

  /** The text without NUL characters and with U+FFFD for broken ones. */
  static String cleaned(String text) {
    return LONE_SURROGATE.matcher(text.replace(NUL, "")).replaceAll("\uFFFD");
  }

  /** Whether the text can be stored as it is. */
  static boolean fits(String text) {
    return cleaned(text).equals(text);
  }

  /** The id as it is: another id would be another article. */
  static String id(String id) {
    if (!fits(id)) {
      throw new IllegalArgumentException("an article's id holds a character that cannot be stored");
    }
    return id;
  }

  /** The text as it is when it is not too long. */
  static String bounded(String articleId, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "article %s holds a text of %d characters, at most %d can be stored"
              .formatted(articleId, text.length(), LONGEST));
    }
    return text;
  }
}
