package dev.switchboard.escalation.rules;

import dev.switchboard.bot.triage.PhraseBook;
import java.util.List;

/**
 * A matter that the team wants to be told apart.
 *
 * @param name what the rules call it
 * @param phrases by which it is recognized
 * @param above where there are any, one of them has to be exceeded by an amount in the same
 *     currency
 */
record ListedTopic(String name, PhraseBook phrases, List<Amount> above) {
  ListedTopic {
    above = List.copyOf(above);
  }

  boolean isIn(String text) {
    return phrases.isIn(text) && (above.isEmpty() || exceeds(text));
  }

  private boolean exceeds(String text) {
    return Amount.in(text).stream().anyMatch(amount -> above.stream().anyMatch(amount::exceeds));
  }
}
