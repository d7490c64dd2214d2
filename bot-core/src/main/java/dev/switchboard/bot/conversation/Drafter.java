package dev.switchboard.bot.conversation;

import dev.switchboard.bot.ConversationEngine;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.conversation.Command.Escalate;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine; where that fails, a person has to see to it, and the customer is told. */
@Singleton
final class Drafter {
  /** How often a turn is tried that takes its worker down, before a person has to see to it. */
  static final int MOST_TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Drafter.class);
  private static final Argument<StoredReceipt> RECEIPT = Argument.of(StoredReceipt.class);

  private final ConversationEngine engine;
  private final Escalation escalation;
  private final Attachments attachments;
  private final JsonMapper json;

  Drafter(
      ConversationEngine engine, Escalation escalation, Attachments attachments, JsonMapper json) {
    this.engine = engine;
    this.escalation = escalation;
    this.attachments = attachments;
    this.json = json;
  }

  /** The draft of the reply; it never fails for what the turn holds, and changes nothing. */
  Draft draft(Work work) {
    if (work.row().workTries() > MOST_TRIES) {
      return failed("the bot did not come to an end in %d tries".formatted(MOST_TRIES));
    }
    if (work.question().text().isBlank() && !attachments.of(work.question()).isEmpty()) {
      return failed("the customer sent files without a word, and the bot cannot read them");
    }
    try {
      return draft(engine.reply(new Message(work.question().text(), history(work.past()))));
    } catch (RuntimeException fault) {
      LOG.error("conversation {}: the bot failed", work.row().id(), fault);
      return failed("the bot failed: " + fault.getClass().getSimpleName());
    }
  }

  private List<Exchange> history(List<PastReply> past) {
    return past.stream()
        .map(reply -> new Exchange(reply.question(), articleIds(reply.receipt())))
        .toList();
  }

  private List<String> articleIds(String receipt) {
    try {
      return receipt.isEmpty() ? List.of() : json.readValue(receipt, RECEIPT).articleIds();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private Draft draft(Reply reply) {
    try {
      var receipt = json.writeValueAsString(StoredReceipt.of(reply));
      return new Draft(ReplyText.of(reply), receipt, escalation(reply));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Optional<Escalate> escalation(Reply reply) {
    return reply.parts().stream()
        .map(Reply.Part::decision)
        .filter(Decision.Escalate.class::isInstance)
        .findFirst()
        .map(decision -> new Escalate(decision.because()));
  }

  private Draft failed(String because) {
    var notice = escalation.notice(Decision.Cause.NOT_COVERED, Locale.ROOT);
    return new Draft(notice, "", Optional.of(new Escalate(because)));
  }
}
