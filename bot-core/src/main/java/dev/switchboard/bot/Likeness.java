package dev.switchboard.bot;

/**
 * Says whether two questions ask the same in other words.
 *
 * <p>An implementation needs no network, changes nothing, is safe for use by many threads, answers
 * in milliseconds, and says no, never an error, of what it cannot compare.
 */
public interface Likeness {

  /** Whether both, cleaned and of at most {@link Message#MAX_LENGTH} characters, ask the same. */
  boolean asksTheSame(String question, String other);
}
