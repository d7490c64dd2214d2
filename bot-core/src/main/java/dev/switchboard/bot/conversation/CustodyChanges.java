package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Closed;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Resolved;
import dev.switchboard.bot.conversation.Custody.Returned;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Transition.Accepted;
import dev.switchboard.bot.conversation.Transition.Refused;
import jakarta.inject.Singleton;

/** Changes the custody of a conversation and stores the change as an event, in one transaction. */
@Singleton
final class CustodyChanges {
  private static final int LONGEST_REASON = 1_000;

  private final ConversationTable conversations;
  private final CustodyEventTable events;
  private final Routes routes;
  private final Tally tally;

  CustodyChanges(
      ConversationTable conversations, CustodyEventTable events, Routes routes, Tally tally) {
    this.conversations = conversations;
    this.events = events;
    this.routes = routes;
    this.tally = tally;
  }

  /** The custody in the row. */
  static Custody of(ConversationRow row) {
    return new CustodyColumns(row.custody(), row.agent(), row.snoozedUntil()).custody();
  }

  /**
   * Does what the command asks, if it holds; a command that changes nothing leaves no event.
   *
   * @param row the conversation, locked by the current transaction
   * @param now in milliseconds since 1970-01-01 UTC
   */
  Transition change(ConversationRow row, Command command, long now) {
    var transition = CustodyPolicy.decide(of(row), command);
    switch (transition) {
      case Accepted(var to) when !to.equals(of(row)) -> store(row, command, to, now);
      case Accepted _, Refused _ -> {}
    }
    return transition;
  }

  private void store(ConversationRow row, Command command, Custody to, long now) {
    var columns = CustodyColumns.of(to);
    var workDueAt = to.bot() && row.askedSeq() > row.handledSeq() ? Long.valueOf(now) : null;
    int moved =
        conversations.moveCustody(
            row.id(),
            row.custodyVersion(),
            columns.kind(),
            columns.agent(),
            columns.snoozedUntil(),
            workDueAt,
            now);
    if (moved != 1) {
      throw new IllegalStateException("custody of %s was changed unlocked".formatted(row.id()));
    }
    events.insert(
        row.id(),
        row.custodyVersion() + 1,
        command.getClass().getSimpleName(),
        StorableText.cut(StorableText.cleaned(command.because()), LONGEST_REASON),
        columns.kind(),
        columns.agent(),
        columns.snoozedUntil(),
        now);
    if (isWithPeople(to) && !isWithPeople(of(row))) {
      routes.decide(row, now);
    }
    if (to instanceof Closed) {
      tally.closed(row);
    }
    if (to instanceof Resolved) {
      tally.seenTo(row);
      conversations.seenTo(row.id());
    }
  }

  private static boolean isWithPeople(Custody custody) {
    return switch (custody) {
      case Queued _, WithAgent _, Snoozed _ -> true;
      case Bot _, Returned _, Resolved _, Closed _ -> false;
    };
  }
}
