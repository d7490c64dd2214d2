package dev.switchboard.bot.conversation;

/** Something that whoever looks at a conversation wants to know at once. */
public sealed interface Happening {

  /** The conversation it happened in. */
  String conversationId();

  /** Something was stored: look it up. */
  record Changed(String conversationId) implements Happening {}

  /**
   * Somebody is writing; never stored.
   *
   * @param author who
   * @param name the agent's name, else empty
   * @param on whether they began or stopped
   */
  record Typing(String conversationId, Author author, String name, boolean on)
      implements Happening {}
}
