package dev.switchboard.bot.model;

import java.util.List;
import java.util.Optional;

/** What came of passing a question on. */
public sealed interface Relayed {
  /**
   * An answer.
   *
   * @param body JSON; empty when it was told in pieces
   * @param model that gave it, by the team's name
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Done(byte[] body, String model) implements Relayed {}

  /**
   * None.
   *
   * @param because for each model that was thought of, why not
   * @param last what the last one that was asked failed with, if one was
   */
  record Nothing(List<String> because, Optional<ProviderFailure> last) implements Relayed {
    /** Whether what was asked is at fault, not who was asked. */
    public boolean isAskersFault() {
      return last.filter(failure -> !failure.isTheirs()).isPresent();
    }
  }
}
