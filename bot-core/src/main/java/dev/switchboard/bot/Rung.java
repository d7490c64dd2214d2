package dev.switchboard.bot;

/** Who answers a question: the ladder that it climbs, from the cheapest to the dearest. */
public enum Rung {
  /** The knowledge alone, in approved words and quotes. */
  KNOWLEDGE,
  /** A small fast model, from the knowledge. */
  MINI,
  /** A large model, from the knowledge. */
  LARGE,
  /** A person. */
  PERSON
}
