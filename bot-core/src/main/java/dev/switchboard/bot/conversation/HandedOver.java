package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Reply;
import java.util.ArrayList;
import java.util.List;

/** Tells the customer of a stored conversation, once, that a person will see to it. */
final class HandedOver {
  private HandedOver() {}

  /** The reply with that notice where the engine had none but the ways to the team to offer. */
  static Reply in(Reply reply, Escalation escalation) {
    var language = reply.receipt().reading().language();
    var parts = new ArrayList<Reply.Part>();
    boolean said = false;
    for (var part : reply.parts().reversed()) {
      if (part.decision() instanceof Decision.Escalate(var cause, _)) {
        parts.addFirst(worded(part, said ? "" : escalation.handedOver(cause, language)));
        said = true;
      } else {
        parts.addFirst(part);
      }
    }
    return new Reply(parts, reply.receipt());
  }

  private static Reply.Part worded(Reply.Part part, String text) {
    return new Reply.Part(part.question(), part.decision(), text, List.of());
  }
}
