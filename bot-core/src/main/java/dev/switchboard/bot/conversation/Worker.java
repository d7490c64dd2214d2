package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreUnavailable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Replies to what customers wrote, for as long as the bot may speak.
 *
 * <p>Any number of threads and processes may call it at once. It needs nothing in memory between
 * two calls: after a crash the tables say what is still to do.
 */
@Singleton
public final class Worker {
  /** Under which name log lines carry the conversation's id. */
  static final String CONVERSATION = "conversation";

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final DurableCommit commit;
  private final WorkQueue queue;
  private final Drafter drafter;
  private final ConversationTable conversations;
  private final Turns turns;
  private final CustodyChanges custody;
  private final ProposalBook proposals;
  private final Outbox outbox;
  private final Bell bell;
  private final Tally tally;
  private final Clock clock;
  private final Set<Work> inHand = ConcurrentHashMap.newKeySet();

  Worker(
      DurableCommit commit,
      WorkQueue queue,
      Drafter drafter,
      ConversationTable conversations,
      Turns turns,
      CustodyChanges custody,
      ProposalBook proposals,
      Outbox outbox,
      Bell bell,
      Tally tally,
      Clock clock) {
    this.commit = commit;
    this.queue = queue;
    this.drafter = drafter;
    this.conversations = conversations;
    this.turns = turns;
    this.custody = custody;
    this.proposals = proposals;
    this.outbox = outbox;
    this.bell = bell;
    this.tally = tally;
    this.clock = clock;
  }

  /** What became of the turn that was worked on. */
  public enum Outcome {
    /** The reply is stored and on its way. */
    REPLIED,
    /** Custody changed meanwhile: the reply is kept for the agents, the customer gets nothing. */
    SUGGESTED,
    /** It took too long and another worker has the conversation: nothing is kept. */
    SUPERSEDED
  }

  /**
   * Replies to the oldest turn without a reply of one conversation that waits.
   *
   * @return what became of it, empty when no conversation waits
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now; what was
   *     taken is tried again later
   */
  public Optional<Outcome> next() {
    return queue.take().map(this::carriedOut);
  }

  private Outcome carriedOut(Work work) {
    inHand.add(work);
    try (var _ = MDC.putCloseable(CONVERSATION, work.row().id());
        var live = new LiveDraft(work, commit, conversations, bell)) {
      var draft = drafter.draft(work, live);
      var outcome = finish(work, draft);
      tally.drafted(outcome, draft, work.question().at());
      return outcome;
    } finally {
      inHand.remove(work);
      bell.ring(new Happening.Changed(work.row().id()));
    }
  }

  private Outcome finish(Work work, Draft draft) {
    return commit.write(() -> {
      var row = conversations.lock(work.row().id()).orElseThrow();
      if (row.workEpoch() != work.row().workEpoch()) {
        return Outcome.SUPERSEDED;
      }
      return row.custodyVersion() == work.row().custodyVersion()
          ? reply(row, work.question(), draft)
          : suggest(row, draft);
    });
  }

  private Outcome reply(ConversationRow row, Turn question, Draft draft) {
    long now = clock.millis();
    var turn = turns.replied(row, question, draft, now);
    conversations.handled(row.id(), question.seq(), now);
    draft.escalation().ifPresent(command -> custody.change(row, command, now));
    proposals.made(row, turn, draft.proposals(), now);
    outbox.add(row, turn);
    return Outcome.REPLIED;
  }

  /**
   * Lets others take at once what this process has not come to an end with. To be called when it
   * stops: what it still brings about is kept only if nobody else was faster.
   */
  void handOver() {
    for (var work : inHand) {
      try {
        var row = work.row();
        commit.run(() -> conversations.giveBack(row.id(), row.workEpoch(), clock.millis()));
      } catch (StoreUnavailable gone) {
        LOG.warn("work is left until its lease ends: {}", gone.getMessage());
      }
    }
  }

  private Outcome suggest(ConversationRow row, Draft draft) {
    turns.suggested(row, draft, clock.millis());
    conversations.resetTries(row.id());
    return Outcome.SUGGESTED;
  }
}
