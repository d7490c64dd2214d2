package dev.switchboard.bot;

import java.util.Locale;

/**
 * The way to a person.
 *
 * <p>An implementation says honestly what happens next and promises nothing it cannot keep.
 */
public interface Escalation {

  /**
   * What the customer is told.
   *
   * @param cause why a person has to see to it
   * @param language the customer's language, {@link Locale#ROOT} when unknown
   * @return Markdown, never blank
   */
  String notice(Decision.Cause cause, Locale language);
}
