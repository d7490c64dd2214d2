package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Proposal;
import dev.switchboard.bot.conversation.Command.Escalate;
import java.util.List;
import java.util.Optional;

/**
 * What the bot wants to reply, before it is known whether it still may.
 *
 * @param text what the customer would read, Markdown
 * @param receipt how it came about, JSON; empty when the engine did not come to an end
 * @param escalation present when a person has to see to it
 * @param proposals what the customer is asked to confirm
 */
record Draft(String text, String receipt, Optional<Escalate> escalation, List<Proposal> proposals) {
  // H2's longest varchar; PostgreSQL would take more.
  private static final int LONGEST = 1_048_576;

  Draft {
    proposals = List.copyOf(proposals);
    text = StorableText.cleaned(text);
    receipt = StorableText.cleaned(receipt);
    if (Math.max(text.length(), receipt.length()) > LONGEST) {
      throw new IllegalArgumentException(
          "a reply or its receipt is longer than the %d characters that can be stored"
              .formatted(LONGEST));
    }
  }
}
