package dev.switchboard.bot.grounding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model found out of a message, as it says itself. */
public enum Outcome {
  FOUND,
  PARTLY,
  NOT_FOUND,
  SMALL_TALK,
  OUT_OF_SCOPE,
  WANTS_HUMAN,
  UNSAFE;

  /** The outcome of that name, {@code not_found}. */
  static Optional<Outcome> of(String name) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Whether there is something to say. */
  boolean says() {
    return this == FOUND || this == PARTLY;
  }
}
