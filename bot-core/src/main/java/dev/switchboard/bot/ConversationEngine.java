package dev.switchboard.bot;

/** Turns a message into a reply: triage, evidence, decision, text. */
public interface ConversationEngine {

  /** Replies to the message; it never fails for what the message holds, and changes nothing. */
  Reply reply(Message message);

  /**
   * Does the same, and says what is ready on the way.
   *
   * @param progress hears each part of the reply as soon as it is ready
   */
  default Reply reply(Message message, Progress progress) {
    var reply = reply(message);
    reply.parts().forEach(progress::ready);
    return reply;
  }

  /** Replies from the knowledge alone, whatever models there are. */
  default Reply replyFromKnowledge(Message message) {
    return reply(message);
  }
}
