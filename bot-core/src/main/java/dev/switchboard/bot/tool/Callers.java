package dev.switchboard.bot.tool;

/** Knows who writes in a conversation. */
@FunctionalInterface
public interface Callers {
  /** Who writes in the conversation of that id; nobody where there is none. */
  Caller of(String conversationId);
}
