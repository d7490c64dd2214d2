package dev.switchboard.bot;

/**
 * A passage named as the source of an answer, with the words that prove it.
 *
 * @param passage the source
 * @param quote words that stand in {@code passage.text()}, letter for letter
 */
public record Citation(Passage passage, String quote) {

  public Citation {
    if (quote.isBlank() || !passage.text().contains(quote)) {
      throw new IllegalArgumentException(
          "the quote does not stand in the passage of " + passage.articleId() + ": " + quote);
    }
  }
}
