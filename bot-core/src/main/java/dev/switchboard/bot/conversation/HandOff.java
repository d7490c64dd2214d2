package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Escalation;
import dev.switchboard.bot.conversation.Command.AskForPerson;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Transition.Accepted;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Brings a conversation to people on the customer's wish, without asking the engine. */
@Singleton
public final class HandOff {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final CustodyChanges custody;
  private final Turns turns;
  private final Outbox outbox;
  private final Escalation escalation;
  private final Bell bell;
  private final Tally tally;
  private final Clock clock;

  HandOff(
      DurableCommit commit,
      ConversationTable conversations,
      CustodyChanges custody,
      Turns turns,
      Outbox outbox,
      Escalation escalation,
      Bell bell,
      Tally tally,
      Clock clock) {
    this.commit = commit;
    this.conversations = conversations;
    this.custody = custody;
    this.turns = turns;
    this.outbox = outbox;
    this.escalation = escalation;
    this.bell = bell;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * Puts the conversation into the queue, tells the customer so, and returns when both are durable.
   * Where people have it already nothing is said again.
   *
   * @param language the customer's, {@link Locale#ROOT} when unknown
   * @throws NoSuchElementException when there is no such conversation
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Transition ask(String id, Locale language) {
    var notice = escalation.handedOver(Decision.Cause.WANTS_PERSON, language);
    var transition = commit.write(() -> ask(id, notice));
    bell.ring(new Happening.Changed(id));
    return transition;
  }

  private Transition ask(String id, String notice) {
    var row =
        conversations
            .lock(id)
            .orElseThrow(() -> new NoSuchElementException("there is no conversation " + id));
    long now = clock.millis();
    var transition = custody.change(row, new AskForPerson(), now);
    if (transition instanceof Accepted(Queued queued) && !queued.equals(CustodyChanges.of(row))) {
      // All that was asked is with the people now.
      tally.seenTo(row);
      conversations.seenTo(id);
      outbox.add(row, turns.told(row, notice, now));
    }
    return transition;
  }

  /**
   * Tells the customer that nobody has been free yet, if their conversation still waits for a
   * person, and returns when that is durable.
   *
   * @param language the customer's, {@link Locale#ROOT} when unknown
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public void stillWaits(String id, Locale language) {
    var words = escalation.stillWaiting(language);
    commit.run(() ->
        conversations
            .lock(id)
            .filter(row -> CustodyChanges.of(row) instanceof Queued)
            .ifPresent(row -> outbox.add(row, turns.told(row, words, clock.millis()))));
    bell.ring(new Happening.Changed(id));
  }
}
