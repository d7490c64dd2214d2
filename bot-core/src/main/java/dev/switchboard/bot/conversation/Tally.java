package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Counts what becomes of customers' messages, for the people who run the server. Each message that
 * was accepted is done, by the bot's reply, by people or by the conversation's end, or it waits, as
 * {@link Backlog} says.
 */
@Singleton
final class Tally {
  private final MeterRegistry meters;
  private final TurnTable turns;
  private final Clock clock;

  Tally(MeterRegistry meters, TurnTable turns, Clock clock) {
    this.meters = meters;
    this.turns = turns;
    this.clock = clock;
  }

  /** A customer's message was stored for the first time. */
  void accepted() {
    meters.counter("switchboard.messages.accepted").increment();
  }

  /** The engine came to decisions; whether they reach the customer is not known yet. */
  void decided(Reply reply) {
    for (var part : reply.parts()) {
      var kind = part.decision().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      meters.counter("switchboard.decisions", "kind", kind).increment();
    }
    reply
        .receipt()
        .micros()
        .forEach((stage, micros) ->
            meters
                .timer("switchboard.stage", "stage", stage)
                .record(micros, TimeUnit.MICROSECONDS));
  }

  /** The worker came to an end with a message that was accepted then. */
  void drafted(Worker.Outcome outcome, Draft draft, Instant accepted) {
    switch (outcome) {
      case REPLIED -> {
        done(draft.escalation().isPresent() ? "escalated" : "answered", 1);
        var waited = Duration.between(accepted, clock.instant());
        meters.timer("switchboard.reply.time").record(waited);
      }
      case SUGGESTED, SUPERSEDED -> {
        var because = outcome.name().toLowerCase(Locale.ROOT);
        meters.counter("switchboard.drafts.unsent", "because", because).increment();
      }
    }
  }

  /** People see to all that waits in the conversation; called inside the transaction. */
  void seenTo(ConversationRow row) {
    done("people", waiting(row));
  }

  /** The conversation is over, whatever waits in it; called inside the transaction. */
  void closed(ConversationRow row) {
    done("closed", waiting(row));
  }

  private long waiting(ConversationRow row) {
    return row.askedSeq() > row.handledSeq() ? turns.askedAfter(row.id(), row.handledSeq()) : 0;
  }

  private void done(String how, long messages) {
    meters.counter("switchboard.messages.done", "how", how).increment((double) messages);
  }
}
