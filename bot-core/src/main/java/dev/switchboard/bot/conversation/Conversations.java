package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The conversations: what was said in them, and who may speak. */
@Singleton
public final class Conversations {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final CustodyEventTable events;
  private final CustodyChanges custody;
  private final Bell bell;
  private final Clock clock;

  Conversations(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable turns,
      CustodyEventTable events,
      CustodyChanges custody,
      Bell bell,
      Clock clock) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.events = events;
    this.custody = custody;
    this.bell = bell;
    this.clock = clock;
  }

  /** The conversation of that id, if there is one. */
  public Optional<Conversation> find(String id) {
    return commit.read(() -> conversations.findById(id)).map(Conversations::conversation);
  }

  /**
   * When something was said or done in it last.
   *
   * @throws NoSuchElementException when there is no such conversation
   */
  public Instant changedAt(String id) {
    return commit
        .read(() -> conversations.findById(id))
        .map(row -> Instant.ofEpochMilli(row.changedAt()))
        .orElseThrow(() -> new NoSuchElementException("there is no conversation " + id));
  }

  static Conversation conversation(ConversationRow row) {
    return new Conversation(
        row.id(), row.channel(), row.address(), CustodyChanges.of(row), row.custodyVersion());
  }

  /** All its turns in their order, notes among them; empty when there is no such conversation. */
  public List<Turn> transcript(String id) {
    return commit.read(() -> turns.of(id)).stream().map(TurnRow::turn).toList();
  }

  /**
   * The turns after one of them in their order, notes among them.
   *
   * @param after the number of that one, by {@link Turn#seq()}; 0 for none
   * @param most how many at most
   */
  public List<Turn> turnsAfter(String id, long after, int most) {
    return commit.read(() -> turns.after(id, after, most)).stream().map(TurnRow::turn).toList();
  }

  /**
   * The latest turns before one of them in their order, notes among them.
   *
   * @param before the number of that one, by {@link Turn#seq()}
   * @param most how many at most
   */
  public List<Turn> turnsBefore(String id, long before, int most) {
    return commit.read(() -> turns.before(id, before, most)).reversed().stream()
        .map(TurnRow::turn)
        .toList();
  }

  /**
   * The turns that the customer sees, in their order.
   *
   * @param after the number of the last one known, by {@link Turn#shownSeq()}; 0 for none
   * @param most how many at most
   */
  public List<Turn> shownAfter(String id, long after, int most) {
    return commit.read(() -> turns.shownAfter(id, after, most)).stream()
        .map(TurnRow::turn)
        .toList();
  }

  /**
   * The latest turns that the customer sees before one of them, in their order.
   *
   * @param before the number of that one, by {@link Turn#shownSeq()}
   * @param most how many at most
   */
  public List<Turn> shownBefore(String id, long before, int most) {
    return commit.read(() -> turns.shownBefore(id, before, most)).reversed().stream()
        .map(TurnRow::turn)
        .toList();
  }

  /**
   * Notes how far the customer has read; what is behind that, or does not exist, changes nothing.
   *
   * @param shownSeq the last turn they have read, by {@link Turn#shownSeq()}
   */
  public void read(String id, long shownSeq) {
    commit.run(() -> conversations.read(id, shownSeq));
    bell.ring(new Happening.Changed(id));
  }

  /** The last turn that the customer has read, by {@link Turn#shownSeq()}; 0 for none. */
  public long readUpTo(String id) {
    return commit.read(() -> conversations.readUpTo(id)).orElse(0L);
  }

  /** The conversations at an address, the latest first. */
  public List<Conversation> at(String channel, String address, int most) {
    return commit.read(() -> conversations.at(channel, address, most)).stream()
        .map(Conversations::conversation)
        .toList();
  }

  /**
   * The latest changes since a moment, one for each conversation, the newest first.
   *
   * @param most how many at most
   */
  public List<Change> changedSince(Instant moment, int most) {
    return commit.read(() -> conversations.changedSince(moment.toEpochMilli(), most)).stream()
        .map(row -> new Change(row.id(), Instant.ofEpochMilli(row.changedAt())))
        .toList();
  }

  /** All its changes of custody in their order; empty when there is no such conversation. */
  public List<CustodyEvent> custodyEvents(String id) {
    return commit.read(() -> events.of(id)).stream().map(Conversations::event).toList();
  }

  static CustodyEvent event(CustodyEventRow row) {
    return new CustodyEvent(
        row.version(),
        row.command(),
        row.because(),
        new CustodyColumns(row.custody(), row.agent(), row.snoozedUntil()).custody(),
        Instant.ofEpochMilli(row.happenedAt()));
  }

  /**
   * Does what the command asks, if it holds, and returns when the change is durable. Of several who
   * ask at once one is first, and the others are judged by what it left.
   *
   * @throws NoSuchElementException when there is no such conversation
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Transition command(String id, Command command) {
    var transition =
        commit.write(() -> {
          var row =
              conversations
                  .lock(id)
                  .orElseThrow(() -> new NoSuchElementException("there is no conversation " + id));
          return custody.change(row, command, clock.millis());
        });
    bell.ring(new Happening.Changed(id));
    return transition;
  }
}
