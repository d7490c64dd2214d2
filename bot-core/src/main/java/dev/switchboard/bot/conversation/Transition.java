package dev.switchboard.bot.conversation;

/** What became of a command. */
public sealed interface Transition {

  /**
   * The command holds.
   *
   * @param to the custody after it, equal to the one before where the command changes nothing
   */
  record Accepted(Custody to) implements Transition {}

  /**
   * The command does not hold; nothing has changed.
   *
   * @param because the reason in words an agent understands
   */
  record Refused(String because) implements Transition {}
}
