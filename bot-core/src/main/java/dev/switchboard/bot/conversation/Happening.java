package dev.switchboard.bot.conversation;

/** Something that whoever looks at a conversation wants to know at once. */
public sealed interface Happening {

  /** The conversation it happened in. */
  String conversationId();

  /** What the other processes on the same database are told, too. */
  sealed interface Shared extends Happening {}

  /** Something was stored: look it up. */
  record Changed(String conversationId) implements Shared {}

  /**
   * A part of the bot's reply is ready; never stored. The whole reply follows as a turn, or the
   * draft is over without one.
   *
   * @param number the part's number in the reply, from 1
   * @param text what the customer may read already, Markdown
   */
  record Drafted(String conversationId, int number, String text) implements Happening {}

  /** What was drafted is stored as a turn now, or will not be. */
  record DraftOver(String conversationId) implements Happening {}

  /**
   * Somebody is writing; never stored.
   *
   * @param author who
   * @param name the agent's name, else empty
   * @param on whether they began or stopped
   */
  record Typing(String conversationId, Author author, String name, boolean on) implements Shared {}
}
