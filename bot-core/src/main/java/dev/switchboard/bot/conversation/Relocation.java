package dev.switchboard.bot.conversation;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Takes all that was said at one address to another: both turned out to be one customer's. */
@Singleton
final class Relocation {
  private final AddressTable addresses;
  private final ConversationTable conversations;
  private final AttachmentTable attachments;

  Relocation(AddressTable addresses, ConversationTable conversations, AttachmentTable attachments) {
    this.addresses = addresses;
    this.conversations = conversations;
    this.attachments = attachments;
  }

  /** Moves it, within the current transaction; the conversation that goes on there goes on here. */
  void move(String channel, String from, String to) {
    // Always in the same order: two that move at once must not wait for each other.
    Stream.of(from, to).sorted().forEach(address -> lock(channel, address));
    var current = addresses.lock(channel, from);
    conversations.readdress(channel, from, to);
    attachments.readdress(channel, from, to);
    if (!current.isEmpty()) {
      addresses.point(channel, to, current);
    }
  }

  private void lock(String channel, String address) {
    addresses.add(channel, address);
    addresses.lock(channel, address);
  }
}
