package dev.switchboard.bot;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What triage made of a message.
 *
 * @param text the message, cleaned
 * @param language the language it is written in, {@link Locale#ROOT} when it cannot be told
 * @param questions the questions in it, each able to stand alone, in their order; empty when none
 * @param signals what else was read in it
 */
public record Reading(String text, Locale language, List<String> questions, Set<Signal> signals) {

  public Reading {
    questions = List.copyOf(questions);
    signals = Set.copyOf(signals);
  }
}
