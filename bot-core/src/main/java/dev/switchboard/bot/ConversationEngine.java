package dev.switchboard.bot;

import java.util.function.Consumer;

/** Turns a message into a reply: triage, evidence, decision, text. */
public interface ConversationEngine {

  /** Replies to the message; it never fails for what the message holds, and changes nothing. */
  Reply reply(Message message);

  /**
   * Does the same, and says what is ready on the way.
   *
   * @param ready hears each part of the reply as soon as it is ready, in their order, on the
   *     calling thread; it must return at once
   */
  default Reply reply(Message message, Consumer<Reply.Part> ready) {
    var reply = reply(message);
    reply.parts().forEach(ready);
    return reply;
  }
}
