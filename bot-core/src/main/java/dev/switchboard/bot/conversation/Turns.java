package dev.switchboard.bot.conversation;

import jakarta.inject.Singleton;

/** Adds turns to a conversation, each with the next number. */
@Singleton
final class Turns {
  private final ConversationTable conversations;
  private final TurnTable turns;

  Turns(ConversationTable conversations, TurnTable turns) {
    this.conversations = conversations;
    this.turns = turns;
  }

  /** The customer's turn, made from the message. */
  Turn received(ConversationRow row, Incoming incoming, long now) {
    return add(
        row,
        turn(row, Author.CUSTOMER, incoming.text(), now)
            .handedIn(incoming.channel(), incoming.externalId()));
  }

  /** What the agent wrote, to the customer or as a note. */
  Turn written(ConversationRow row, Author author, AgentText written, long now) {
    return add(
        row,
        turn(row, author, written.text(), now)
            .handedIn(AgentText.CHANNEL, written.key())
            .by(written.agent()));
  }

  /** The bot's reply to the customer's turn. */
  Turn replied(ConversationRow row, Turn question, Draft draft, long now) {
    return add(
        row,
        turn(row, Author.BOT, draft.text(), now)
            .withReceipt(draft.receipt())
            .replyingTo(question.seq()));
  }

  /** What the bot would have replied. */
  Turn suggested(ConversationRow row, Draft draft, long now) {
    return add(row, turn(row, Author.SUGGESTION, draft.text(), now).withReceipt(draft.receipt()));
  }

  /** What the bot tells the customer without having been asked. */
  Turn told(ConversationRow row, String text, long now) {
    return add(row, turn(row, Author.BOT, StorableText.cleaned(text), now));
  }

  private static TurnRow turn(ConversationRow row, Author author, String text, long now) {
    var shown = author.isShown() ? Long.valueOf(row.nextShown()) : null;
    return new TurnRow(
        row.id(), row.nextSeq(), author.name(), text, null, null, null, null, now, shown, null);
  }

  private Turn add(ConversationRow row, TurnRow turn) {
    turns.insert(
        turn.conversationId(),
        turn.seq(),
        turn.author(),
        turn.body(),
        turn.channel(),
        turn.externalId(),
        turn.replyTo(),
        turn.receipt(),
        turn.writtenAt(),
        turn.shownSeq(),
        turn.writtenBy());
    conversations.numberNext(
        row.id(),
        row.nextSeq() + 1,
        row.nextShown() + (turn.shownSeq() == null ? 0 : 1),
        turn.writtenAt());
    return turn.turn();
  }
}
