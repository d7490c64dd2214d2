package dev.switchboard.bot.model;

import java.time.Duration;

/** A way to ask a model once. */
@FunctionalInterface
interface Way<T> {
  /**
   * Asks it.
   *
   * @param left how long it may take
   * @throws ProviderFailure when it brings no answer; what was heard of one by then is void
   */
  Said<T> call(Model model, Duration left, Pieces pieces);
}
