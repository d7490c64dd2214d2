package dev.switchboard.bot.conversation;

import jakarta.inject.Singleton;

/** Puts turns on their way to the customer, in the transaction that stores them. */
@Singleton
final class Outbox {
  private final OutboxTable table;

  Outbox(OutboxTable table) {
    this.table = table;
  }

  void add(ConversationRow row, Turn turn) {
    table.insert(
        row.id(), turn.seq(), row.channel(), row.address(), turn.text(), turn.at().toEpochMilli());
  }
}
