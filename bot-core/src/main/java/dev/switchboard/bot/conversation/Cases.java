package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The conversations that people have to do with. */
@Singleton
public final class Cases {
  private static final int MOST_OPEN = 500;
  private static final int MOST_DONE = 50;

  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final CustodyEventTable events;

  Cases(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable turns,
      CustodyEventTable events) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.events = events;
  }

  /** The oldest 500 that are queued, with an agent or snoozed, the longest so first. */
  public List<CaseLine> open() {
    return commit.read(() -> lines(conversations.withPeople(MOST_OPEN)));
  }

  /** The latest 50 that an agent handed back or resolved, the latest first. */
  public List<CaseLine> done() {
    return commit.read(() -> lines(conversations.doneByPeople(MOST_DONE)));
  }

  /** One conversation as a line, whoever has it. */
  public Optional<CaseLine> find(String id) {
    return commit.read(() -> conversations.findById(id).map(this::line));
  }

  /** The place in the queue, 1 for the next; empty for what is not in the queue. */
  public Optional<Long> position(String id) {
    return commit.read(() ->
        conversations
            .findById(id)
            .filter(row -> CustodyChanges.of(row) instanceof Custody.Queued)
            .map(row -> conversations.queuedUpTo(row.custodySince(), id)));
  }

  private List<CaseLine> lines(List<ConversationRow> rows) {
    return rows.stream().map(this::line).toList();
  }

  private CaseLine line(ConversationRow row) {
    var asked = turns.numbered(row.id(), row.askedSeq()).map(TurnRow::turn);
    return new CaseLine(
        Conversations.conversation(row),
        Instant.ofEpochMilli(row.custodySince()),
        events.lastReason(row.id()).orElse(""),
        asked.map(Turn::text).orElse(""),
        asked.map(Turn::at).orElse(Instant.ofEpochMilli(row.openedAt())),
        row.askedSeq() > row.handledSeq());
  }
}
