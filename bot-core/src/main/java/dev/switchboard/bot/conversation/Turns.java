package dev.switchboard.bot.conversation;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

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
        new TurnRow(
            row.id(),
            row.nextSeq(),
            Author.CUSTOMER.name(),
            incoming.text(),
            incoming.channel(),
            incoming.externalId(),
            null,
            null,
            now));
  }

  /** The bot's reply to the customer's turn. */
  Turn replied(ConversationRow row, Turn question, Draft draft, long now) {
    return add(row, written(row, Author.BOT, draft, question.seq(), now));
  }

  /** What the bot would have replied. */
  Turn suggested(ConversationRow row, Draft draft, long now) {
    return add(row, written(row, Author.SUGGESTION, draft, null, now));
  }

  private static TurnRow written(
      ConversationRow row, Author author, Draft draft, @Nullable Long replyTo, long now) {
    return new TurnRow(
        row.id(),
        row.nextSeq(),
        author.name(),
        draft.text(),
        null,
        null,
        replyTo,
        draft.receipt(),
        now);
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
        turn.writtenAt());
    conversations.numberNext(row.id(), row.nextSeq() + 1, turn.writtenAt());
    return turn.turn();
  }
}
