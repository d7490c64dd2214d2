package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.tool.Caller;
import dev.switchboard.bot.tool.Callers;
import jakarta.inject.Singleton;

/** Says for whom tools work in a conversation: for whom its channel has vouched for. */
@Singleton
final class KnownCallers implements Callers {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final CustomerTable customers;

  KnownCallers(DurableCommit commit, ConversationTable conversations, CustomerTable customers) {
    this.commit = commit;
    this.conversations = conversations;
    this.customers = customers;
  }

  @Override
  public Caller of(String conversationId) {
    return conversationId.isEmpty()
        ? Caller.NOBODY
        : commit
            .read(() -> conversations.findById(conversationId).map(this::caller))
            .orElse(Caller.NOBODY);
  }

  private Caller caller(ConversationRow row) {
    var customer =
        customers
            .at(row.channel(), row.address())
            .map(CustomerRow::customer)
            .filter(Customer::isVerified)
            .orElse(Customer.UNKNOWN);
    return new Caller(row.id(), row.channel(), customer.subject(), customer.email());
  }
}
