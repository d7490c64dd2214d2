package dev.switchboard.bot;

import java.util.Locale;
import java.util.Set;

/**
 * What the rules of the team go by.
 *
 * @param signals what was read in the messages
 * @param topics the team's topics they are about
 * @param language the customer's language, {@link Locale#ROOT} when unknown
 * @param sender who writes, and through which channel
 */
public record Situation(Set<Signal> signals, Set<String> topics, Locale language, Sender sender) {

  public Situation {
    signals = Set.copyOf(signals);
    topics = Set.copyOf(topics);
  }
}
