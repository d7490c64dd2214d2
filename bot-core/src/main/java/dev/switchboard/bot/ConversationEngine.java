package dev.switchboard.bot;

/** Turns a message into a reply: triage, evidence, decision, text. */
public interface ConversationEngine {

  /** Replies to the message; it never fails for what the message holds, and changes nothing. */
  Reply reply(Message message);
}
