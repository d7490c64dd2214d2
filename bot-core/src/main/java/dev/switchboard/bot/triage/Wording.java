package dev.switchboard.bot.triage;

/** The words of a text, whatever their case, accents and punctuation. */
public final class Wording {
  private Wording() {}

  /** Whether both texts consist of the same words in the same order, and of one at least. */
  public static boolean same(String text, String other) {
    var words = Tokens.of(text).stream().map(Token::word).toList();
    return !words.isEmpty() && words.equals(Tokens.of(other).stream().map(Token::word).toList());
  }
}
