package dev.switchboard.bot;

import java.util.List;
import java.util.Locale;

/**
 * One question put to the knowledge.
 *
 * @param text the question, cleaned, of 1 to {@link Message#MAX_LENGTH} characters
 * @param language the language it is written in, {@link Locale#ROOT} when unknown
 * @param history the exchanges before it, oldest first
 */
public record Query(String text, Locale language, List<Exchange> history) {

  public Query {
    history = List.copyOf(history);
  }
}
