package dev.switchboard.bot.conversation;

/**
 * What the bot did about one question.
 *
 * @param shownSeq the turn it did it in, by {@link Turn#shownSeq()}; 0 for a suggestion
 * @param question the question in the customer's words, empty for a courtesy or a bare wish
 * @param outcome what it did
 * @param shown what it said
 */
public record Attempt(long shownSeq, String question, Outcome outcome, ShownPart shown) {

  /** What the bot did. */
  public enum Outcome {
    ANSWERED,
    ASKED_BACK,
    PASSED_ON,
    GREETED
  }
}
