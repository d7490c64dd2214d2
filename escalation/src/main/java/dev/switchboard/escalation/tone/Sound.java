package dev.switchboard.escalation.tone;

import java.util.regex.Pattern;

/** Says which texts the embedding model can read. */
final class Sound {
  // Of marks and broken characters alone the embedding model makes no token, and fails.
  private static final Pattern SOUND = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\uFFFD]]");

  private Sound() {}

  /** Whether the text holds anything to read. */
  static boolean isIn(String text) {
    return SOUND.matcher(text).find();
  }
}
