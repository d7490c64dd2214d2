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
   * The bot's reply goes on; never stored. The whole reply follows as a turn, or the draft is over
   * without one.
   *
   * @param number of the piece, from 1
   * @param text what the customer may read already, Markdown: to be put behind the pieces before it
   * @param anew whether it stands in the place of all pieces before it, which are void
   */
  record Drafted(String conversationId, int number, String text, boolean anew)
      implements Happening {}

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
