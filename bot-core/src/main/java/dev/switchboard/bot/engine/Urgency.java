package dev.switchboard.bot.engine;

import dev.switchboard.bot.Decision.Cause;
import dev.switchboard.bot.Decision.Escalate;
import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Ruling;
import dev.switchboard.bot.Signal;
import java.util.Optional;
import java.util.Set;

/**
 * Says when a person has to come in whatever the knowledge holds: a pure function of what was read
 * in the message and of what came before.
 */
final class Urgency {
  private static final int MOST_FAILURES = 2;

  /** What came before the message; each is asked only where it matters. */
  interface Before {
    /** What was read in the message before it. */
    Set<Signal> signals();

    /** Whether the customer said that the answer to that did not help. */
    boolean rejected();

    /** How many of the latest answers did not help, in a row. */
    int failures();

    /** Whether the bot has answered the same question before. */
    boolean asked();
  }

  /**
   * What is known of the message itself.
   *
   * @param signals what was read in it
   * @param topics the topics of the team that it is about
   * @param files whether files came along
   * @param ruling what the rules of the team say
   */
  record Heard(Set<Signal> signals, Set<String> topics, boolean files, Ruling ruling) {}

  /** The reason to hand over at once, if there is one. */
  Optional<Escalate> of(Heard heard, Before before) {
    var signals = heard.signals();
    if (heard.topics().contains(HouseRules.SELF_HARM)) {
      return escalate(Cause.IN_DANGER, "the customer may harm themselves");
    }
    if (signals.contains(Signal.WANTS_PERSON)) {
      return escalate(Cause.WANTS_PERSON, "the customer asked for a person");
    }
    if (heard.ruling().person()) {
      return escalate(Cause.HOUSE_RULE, heard.ruling().because());
    }
    if (heard.files() && signals.contains(Signal.POINTS_AT_FILE)) {
      return escalate(
          Cause.UNREADABLE_FILE, "the customer points at a file, and the bot cannot read it");
    }
    return (isCross(signals) ? cross(before) : Optional.<Escalate>empty())
        .or(() -> unsuccessful(before));
  }

  // One cross word is no reason yet: the answer may settle it.
  private static Optional<Escalate> cross(Before before) {
    if (before.rejected()) {
      return escalate(Cause.ANNOYED, "the customer is annoyed after an answer that did not help");
    }
    return isCross(before.signals())
        ? escalate(Cause.ANNOYED, "the customer sounds annoyed in two messages in a row")
        : Optional.empty();
  }

  private static Optional<Escalate> unsuccessful(Before before) {
    if (before.failures() >= MOST_FAILURES) {
      return escalate(Cause.DID_NOT_HELP, "two answers in a row did not help the customer");
    }
    return before.asked()
        ? escalate(Cause.ASKED_AGAIN, "the customer asks again what the bot has answered")
        : Optional.empty();
  }

  private static Optional<Escalate> escalate(Cause cause, String because) {
    return Optional.of(new Escalate(cause, because));
  }

  /** Whether whoever wrote it sounds annoyed. */
  static boolean isCross(Set<Signal> signals) {
    return signals.contains(Signal.ANNOYED) || signals.contains(Signal.ABUSIVE);
  }
}
