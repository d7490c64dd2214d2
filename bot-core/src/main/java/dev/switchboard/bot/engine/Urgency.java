package dev.switchboard.bot.engine;

import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.Signal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says when a person has to come in whatever the knowledge holds: a pure function of what was read
 * in the message and of what came before.
 */
final class Urgency {

  /**
   * What came before the message.
   *
   * @param signals what was read in the message before it
   * @param rejected whether the customer said that the answer to that did not help
   */
  record Before(Set<Signal> signals, boolean rejected) {
    /** It is the first message. */
    static final Before NOTHING = new Before(Set.of(), false);
  }

  /**
   * The reason to hand over at once, if there is one.
   *
   * @param before asked only where it matters, as it takes time to find out
   */
  Optional<Escalate> of(Set<Signal> signals, Supplier<Before> before) {
    if (signals.contains(Signal.WANTS_PERSON)) {
      return Optional.of(new Escalate(Cause.WANTS_PERSON, "the customer asked for a person"));
    }
    return isCross(signals) ? cross(before.get()) : Optional.empty();
  }

  // One cross word is no reason yet: the answer may settle it.
  private static Optional<Escalate> cross(Before before) {
    if (before.rejected()) {
      return annoyed("the customer is annoyed after an answer that did not help");
    }
    return isCross(before.signals())
        ? annoyed("the customer sounds annoyed in two messages in a row")
        : Optional.empty();
  }

  private static Optional<Escalate> annoyed(String because) {
    return Optional.of(new Escalate(Cause.ANNOYED, because));
  }

  private static boolean isCross(Set<Signal> signals) {
    return signals.contains(Signal.ANNOYED) || signals.contains(Signal.ABUSIVE);
  }
}
