package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What agents write: replies to the customer, and notes that no customer reads. */
@Singleton
public final class AgentTurns {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable table;
  private final Turns turns;
  private final Attachments attachments;
  private final Outbox outbox;
  private final Routes routes;
  private final Bell bell;
  private final Tally tally;
  private final Clock clock;

  AgentTurns(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable table,
      Turns turns,
      Attachments attachments,
      Outbox outbox,
      Routes routes,
      Bell bell,
      Tally tally,
      Clock clock) {
    this.commit = commit;
    this.conversations = conversations;
    this.table = table;
    this.turns = turns;
    this.attachments = attachments;
    this.outbox = outbox;
    this.routes = routes;
    this.bell = bell;
    this.tally = tally;
    this.clock = clock;
  }

  /** What became of what an agent wrote. */
  public sealed interface Outcome {
    /** It is stored: the turn it became, now or when it was handed in before. */
    record Stored(Turn turn) implements Outcome {}

    /**
     * Nothing is stored.
     *
     * @param because the reason in words an agent understands
     */
    record Refused(String because) implements Outcome {}
  }

  /**
   * Sends the text to the customer, if the agent has the conversation, and returns when that is
   * durable.
   *
   * @throws NoSuchElementException when there is no such conversation
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Outcome reply(String id, AgentText written) {
    try {
      return once(id, written, row -> reply(row, written));
    } catch (AttachmentsRefused gone) {
      return new Outcome.Refused("a file is not there any more");
    }
  }

  private Outcome reply(ConversationRow row, AgentText written) {
    if (!CustodyChanges.of(row).equals(new WithAgent(written.agent()))) {
      return new Outcome.Refused("claim the conversation first");
    }
    var turn = turns.written(row, Author.AGENT, written, clock.millis());
    attachments.attach(row, written.attachments(), turn);
    tally.seenTo(row);
    conversations.seenTo(row.id());
    routes.replied(row.id(), clock.millis());
    outbox.add(row, turn);
    return new Outcome.Stored(turn);
  }

  /**
   * Keeps the text for the team, whoever has the conversation, and returns when that is durable.
   *
   * @throws NoSuchElementException when there is no such conversation
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Outcome note(String id, AgentText written) {
    return once(
        id,
        written,
        row -> new Outcome.Stored(turns.written(row, Author.NOTE, written, clock.millis())));
  }

  /** What was handed in under that key, if anything was. */
  public Optional<Turn> written(String key) {
    return commit.read(() -> table.received(AgentText.CHANNEL, key)).map(TurnRow::turn);
  }

  private Outcome once(String id, AgentText written, Function<ConversationRow, Outcome> first) {
    var outcome =
        commit.write(() -> {
          var row =
              conversations
                  .lock(id)
                  .orElseThrow(() -> new NoSuchElementException("there is no conversation " + id));
          return before(id, written).orElseGet(() -> first.apply(row));
        });
    bell.ring(new Happening.Changed(id));
    return outcome;
  }

  private Optional<Outcome> before(String id, AgentText written) {
    return table
        .received(AgentText.CHANNEL, written.key())
        .map(row ->
            row.conversationId().equals(id) && row.body().equals(written.text())
                ? new Outcome.Stored(row.turn())
                : new Outcome.Refused("another text was handed in under this id before"));
  }
}
