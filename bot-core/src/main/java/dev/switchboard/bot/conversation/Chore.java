package dev.switchboard.bot.conversation;

import java.util.Optional;

/**
 * Something a channel has to keep doing, on a thread of its own during the {@link Shift}.
 *
 * <p>What is due stands in the tables, so that a restart forgets nothing. It is asked as soon as
 * something changes in a conversation, when it asks for it, and every second.
 */
public interface Chore {

  /** What its thread is called. */
  String name();

  /** Whether there is anything to do at all, as the server is set up; it has no thread else. */
  default boolean isWanted() {
    return true;
  }

  /**
   * Does one thing that is due; returns within two minutes.
   *
   * @return what was done, empty when nothing is due
   */
  Optional<?> next();

  /**
   * Called before the first {@link #next}.
   *
   * @param wake lets it be asked at once; may be called by any thread at any time
   */
  default void wakeBy(Runnable wake) {}
}
