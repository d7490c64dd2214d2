package dev.switchboard.channel.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Comments in scripts and styles: for those who read the source, not for those who load it, and a
 * fifth of what would be sent.
 */
final class SourceComments {
  // Only those that have their lines to themselves; in the midst of code it may be something else.
  private static final Pattern COMMENT = Pattern.compile("(?m)^ *(?://.*|/\\*[\\s\\S]*?\\*/)$");
  private static final Pattern WITHIN_A_LINE = Pattern.compile(".+");

  private SourceComments() {}

  /** The source without them; what is left stays in its line, so that faults can be found. */
  static byte[] without(byte[] source) {
    var text = new String(source, StandardCharsets.UTF_8);
    return COMMENT
        .matcher(text)
        .replaceAll(comment -> WITHIN_A_LINE.matcher(comment.group()).replaceAll(""))
        .getBytes(StandardCharsets.UTF_8);
  }
}
