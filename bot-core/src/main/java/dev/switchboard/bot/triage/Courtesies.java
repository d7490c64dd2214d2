package dev.switchboard.bot.triage;

import dev.switchboard.bot.Signal;
import java.util.Locale;

/** Short friendly replies to messages that ask nothing. */
public final class Courtesies {

  private final Phrases<CustomerText> phrases =
      new Phrases<>(CustomerText.class, "dev.switchboard.bot.triage.courtesies");

  /**
   * Replies to a courtesy, or to a message that cannot be read.
   *
   * @param language the customer's language; English is spoken when it is unknown or not at hand
   * @return plain text, never blank
   * @throws IllegalArgumentException for a signal that a courtesy does not settle, such as {@link
   *     Signal#WANTS_PERSON}
   */
  public String reply(Signal signal, Locale language) {
    return text(textFor(signal), language);
  }

  /** Any text of the catalogue in the customer's language, plain text, never blank. */
  public String text(CustomerText text, Locale language) {
    return phrases.of(text, language);
  }

  private static CustomerText textFor(Signal signal) {
    return switch (signal) {
      case GREETING -> CustomerText.GREETING;
      case THANKS -> CustomerText.THANKS;
      case GOODBYE -> CustomerText.GOODBYE;
      case ASKS_IF_BOT -> CustomerText.ASKS_IF_BOT;
      case EMPTY -> CustomerText.EMPTY;
      case MEANINGLESS -> CustomerText.MEANINGLESS;
      case CUT -> CustomerText.CUT;
      case WANTS_PERSON,
          ANNOYED,
          ABUSIVE,
          NOT_HELPED,
          POINTS_AT_FILE,
          SEVERAL_QUESTIONS,
          FOLLOW_UP ->
          throw new IllegalArgumentException("no courtesy settles " + signal);
    };
  }
}
