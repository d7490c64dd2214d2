package dev.switchboard.bot.conversation;

import dev.switchboard.bot.HouseRules;
import dev.switchboard.bot.Sender;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;

/** Says who writes in a conversation, as far as the rules of the team go by it. */
@Singleton
final class Senders {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final CustomerTable customers;
  private final HouseRules rules;

  Senders(
      DurableCommit commit,
      ConversationTable conversations,
      CustomerTable customers,
      HouseRules rules) {
    this.commit = commit;
    this.conversations = conversations;
    this.customers = customers;
    this.rules = rules;
  }

  /** Who writes in the conversation of that id. */
  Sender of(String id) {
    return commit.read(() -> conversations.findById(id).map(this::of)).orElse(Sender.UNKNOWN);
  }

  /** Who writes in it; to be called in a transaction. */
  Sender of(ConversationRow row) {
    var customer = customers.at(row.channel(), row.address()).map(CustomerRow::customer);
    boolean vip = customer.filter(one -> rules.isVip(one.subject(), one.email())).isPresent();
    return new Sender(
        row.channel(), vip, customer.filter(one -> !one.subject().isEmpty()).isPresent());
  }
}
