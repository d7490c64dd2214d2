package dev.switchboard.bot;

import java.util.Locale;

/**
 * The way to a person.
 *
 * <p>An implementation says honestly what happens next and promises nothing it cannot keep.
 */
public interface Escalation {

  /**
   * What the customer is told where nobody is notified, as when a program asks one question.
   *
   * @param cause why a person has to see to it
   * @param language the customer's language, {@link Locale#ROOT} when unknown
   * @return Markdown, never blank
   */
  String notice(Decision.Cause cause, Locale language);

  /**
   * What the customer is told whose conversation waits for a person from now on.
   *
   * @param cause why a person has to see to it
   * @param language the customer's language, {@link Locale#ROOT} when unknown
   * @return Markdown, never blank
   */
  String handedOver(Decision.Cause cause, Locale language);

  /**
   * What a customer is told whose conversation has waited for a person for very long.
   *
   * @param language the customer's, {@link Locale#ROOT} when unknown
   */
  String stillWaiting(Locale language);
}
