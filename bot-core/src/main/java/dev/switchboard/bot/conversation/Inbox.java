package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Command.CustomerWrote;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where customers' messages come in. */
@Singleton
public final class Inbox {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final AddressTable addresses;
  private final TurnTable table;
  private final Turns turns;
  private final CustodyChanges custody;
  private final Attachments attachments;
  private final Bell bell;
  private final Tally tally;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Made by the container.
   *
   * @param random makes the ids of conversations, so it must not be guessable
   */
  Inbox(
      DurableCommit commit,
      ConversationTable conversations,
      AddressTable addresses,
      TurnTable table,
      Turns turns,
      CustodyChanges custody,
      Attachments attachments,
      Bell bell,
      Tally tally,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.conversations = conversations;
    this.addresses = addresses;
    this.table = table;
    this.turns = turns;
    this.custody = custody;
    this.attachments = attachments;
    this.bell = bell;
    this.tally = tally;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What was taken in.
   *
   * @param turn the customer's turn
   * @param first whether it is new, not one that was stored before
   */
  public record Taken(Turn turn, boolean first) {}

  /** Does what {@link #take} does, for whom it is all the same whether the turn is new. */
  public Turn accept(Incoming incoming) {
    return take(incoming).turn();
  }

  /**
   * Takes the message in, once only, and returns when it is durable.
   *
   * <p>An id that comes from two addresses at the same moment may fail for one of them: nothing is
   * stored twice, and handing it in again gives the stored turn.
   *
   * @return the customer's turn: the one stored before, when the channel has handed the same id in
   *     before, whatever else may differ
   * @throws AttachmentsRefused when it names files that it cannot have
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot take it now; the
   *     channel may hand it in again without fear of a second turn
   */
  public Taken take(Incoming incoming) {
    var taken =
        commit.write(() -> {
          var row = conversationAt(incoming.channel(), incoming.address());
          return stored(incoming.channel(), incoming.externalId())
              .map(turn -> new Taken(turn, false))
              .orElseGet(() -> new Taken(store(row, incoming), true));
        });
    if (taken.first()) {
      tally.accepted();
    }
    bell.ring(new Happening.Changed(taken.turn().conversationId()));
    return taken;
  }

  /** The turn that was stored for the channel's id before, if any was. */
  public Optional<Turn> before(String channel, String externalId) {
    return commit.read(() -> stored(channel, externalId));
  }

  // The lock comes first: what is read after it, nobody else at this address changes.
  private ConversationRow conversationAt(String channel, String address) {
    addresses.add(channel, address);
    var id = addresses.lock(channel, address);
    return conversations
        .lock(id)
        .filter(row -> !(CustodyChanges.of(row) instanceof Custody.Closed))
        .orElseGet(() -> open(channel, address));
  }

  private ConversationRow open(String channel, String address) {
    long now = clock.millis();
    var bot = CustodyColumns.of(new Custody.Bot()).kind();
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    return new ConversationRow(
        id, channel, address, bot, null, null, 0, 1, 0, 0, null, 0, 0, now, now, now, 1, 1);
  }

  private Optional<Turn> stored(String channel, String externalId) {
    return table.received(channel, externalId).map(TurnRow::turn);
  }

  private Turn store(ConversationRow row, Incoming incoming) {
    long now = clock.millis();
    if (row.nextSeq() == 1) {
      conversations.save(row);
      addresses.point(row.channel(), row.address(), row.id());
    }
    var turn = turns.received(row, incoming, now);
    if (Episode.beginsAnew(row, now)) {
      conversations.beginEpisode(row.id(), turn.seq());
    }
    attachments.attach(row, incoming.attachments(), turn);
    custody.change(row, new CustomerWrote(), now);
    conversations.asked(row.id(), turn.seq(), now);
    return turn;
  }
}
