package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The conversations that people have to do with. */
@Singleton
public final class Cases {
  /** How many turns a {@link CaseFile} holds. */
  public static final int MOST_TURNS = 200;

  private static final int MOST_OPEN = 500;
  private static final int MOST_DONE = 50;

  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final CustodyEventTable events;
  private final OpinionTable opinions;
  private final CustomerTable customers;
  private final Receipts receipts;
  private final Routes routes;

  Cases(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable turns,
      CustodyEventTable events,
      OpinionTable opinions,
      CustomerTable customers,
      Receipts receipts,
      Routes routes) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.events = events;
    this.opinions = opinions;
    this.customers = customers;
    this.receipts = receipts;
    this.routes = routes;
  }

  /** The oldest 500 that are queued, with an agent or snoozed, the longest so first. */
  public List<CaseLine> open() {
    return commit.read(() -> lines(conversations.withPeople(MOST_OPEN)));
  }

  /** The marks of {@link #open}, far cheaper to read than the lines. */
  public List<CaseMark> marks() {
    return commit.read(() -> conversations.marksWithPeople(MOST_OPEN));
  }

  /** The latest 50 that an agent handed back or resolved, the latest first. */
  public List<CaseLine> done() {
    return commit.read(() -> lines(conversations.doneByPeople(MOST_DONE)));
  }

  /** One conversation as a line, whoever has it. */
  public Optional<CaseLine> find(String id) {
    return commit.read(() -> conversations.findById(id).map(this::line));
  }

  /** All that people need to work on one conversation, whoever has it. */
  public Optional<CaseFile> file(String id) {
    return commit.read(() -> conversations.findById(id).map(this::file));
  }

  private CaseFile file(ConversationRow row) {
    return new CaseFile(
        line(row),
        turns.before(row.id(), row.nextSeq(), MOST_TURNS).reversed().stream()
            .map(TurnRow::turn)
            .toList(),
        events.of(row.id()).stream().map(Conversations::event).toList(),
        opinions.of(row.id()),
        opinions.ratings(row.id()),
        conversations.readUpTo(row.id()).orElse(0L));
  }

  /**
   * The place in the queue, by priority and then by the wait, 1 for the next; empty for what is not
   * in the queue.
   */
  public Optional<Long> position(String id) {
    return commit.read(() ->
        conversations
            .findById(id)
            .filter(row -> CustodyChanges.of(row) instanceof Custody.Queued)
            .map(row ->
                conversations.queuedUpTo(
                    routes.of(id).priority().ordinal(), row.custodySince(), id)));
  }

  private List<CaseLine> lines(List<ConversationRow> rows) {
    return rows.stream().map(this::line).toList();
  }

  private CaseLine line(ConversationRow row) {
    var opened = Instant.ofEpochMilli(row.openedAt());
    var since = Instant.ofEpochMilli(row.custodySince());
    var asked = turns.numbered(row.id(), row.askedSeq()).map(TurnRow::turn);
    var wroteAt = asked.map(Turn::at).orElse(opened);
    boolean queued = CustodyChanges.of(row) instanceof Custody.Queued;
    boolean owed = row.askedSeq() > row.handledSeq();
    return new CaseLine(
        Conversations.conversation(row),
        customers
            .at(row.channel(), row.address())
            .map(CustomerRow::customer)
            .orElse(Customer.UNKNOWN),
        since,
        events.lastReason(row.id()).orElse(""),
        language(row),
        row.askedSeq(),
        asked.map(Turn::text).orElse(""),
        wroteAt,
        routes.of(row.id()),
        queued || owed,
        queued ? since : owed ? firstOwed(row).at() : wroteAt);
  }

  private String language(ConversationRow row) {
    return turns
        .lastReceipt(row.id())
        .flatMap(receipts::read)
        .map(StoredReceipt::language)
        .orElse("und");
  }

  private Turn firstOwed(ConversationRow row) {
    return turns.firstAsked(row.id(), row.handledSeq()).turn();
  }
}
