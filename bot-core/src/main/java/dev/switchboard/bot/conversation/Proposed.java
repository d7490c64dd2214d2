package dev.switchboard.bot.conversation;

import java.time.Duration;

/**
 * Something that the bot has offered to do.
 *
 * @param id unguessable
 * @param shownSeq the turn in which it was offered
 * @param words what it would do, as the customer reads it
 * @param state what became of it
 */
public record Proposed(String id, long shownSeq, String words, State state) {
  /** How long it can be confirmed. */
  public static final Duration OPEN = Duration.ofMinutes(30);

  /** What became of it. */
  public enum State {
    /** The customer has not said anything yet. */
    OFFERED,
    /** The customer wants it, and it is being done. */
    CONFIRMED,
    /** It was done. */
    DONE,
    /** The customer does not want it. */
    DECLINED,
    /** It could not be done. */
    FAILED,
    /** Whether it was done is not known: the process ended meanwhile. */
    UNCLEAR
  }
}
