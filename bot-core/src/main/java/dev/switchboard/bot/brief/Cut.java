package dev.switchboard.bot.brief;

/** Cuts texts that are too long for a brief. */
final class Cut {
  private Cut() {}

  /** The text, or its beginning, with a sign that more follows. */
  static String to(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 2));
    return text.substring(0, longest - (splitsPair ? 2 : 1)).strip() + "…";
  }
}
