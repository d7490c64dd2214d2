package dev.switchboard.bot.triage;

import java.util.List;

/**
 * Phrases of one meaning, in any languages, to be found in texts.
 *
 * <p>A phrase is a row of words; upper case, accents and apostrophes make no difference. {@code
 * a/b} is a choice, {@code a_b} keeps two words together inside a choice, {@code [a]} may be
 * missing, {@code ...} stands for up to three words, {@code |} at the start or the end asks for the
 * start or the end of a clause.
 */
public final class PhraseBook {
  private final PhraseIndex phrases;

  /**
   * Learns the phrases.
   *
   * @throws IllegalArgumentException when one of them cannot be understood, and says why
   */
  public PhraseBook(List<String> phrases) {
    this.phrases = new PhraseIndex(phrases.stream().map(PhraseBook::phrase).toList());
  }

  private static Phrase phrase(String line) {
    if (line.replace("|", "").isBlank()) {
      throw new IllegalArgumentException("a phrase needs a word");
    }
    return new PhraseParser().parse(line);
  }

  /** Whether one of the phrases stands in the text. */
  public boolean isIn(String text) {
    return !phrases.in(Tokens.of(text)).isEmpty();
  }
}
