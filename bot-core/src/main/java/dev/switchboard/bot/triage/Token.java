package dev.switchboard.bot.triage;

/**
 * A word of a text and where it stands.
 *
 * @param word the word in lower case, without accents and apostrophes
 * @param start where it begins in the text, in UTF-16 characters
 * @param end where it ends, exclusive
 * @param before what separates it from the word before
 */
record Token(String word, int start, int end, Gap before) {

  /** What stands between two words. */
  enum Gap {
    /** At most white space. */
    NONE,
    /** A comma, a dash, an emoji: the sentence may go on. */
    SOFT,
    /** The end of a sentence or of a line, or the start of the text. */
    HARD
  }

  /** Whether a phrase may begin here as if it stood alone. */
  boolean opens() {
    return before != Gap.NONE;
  }
}
