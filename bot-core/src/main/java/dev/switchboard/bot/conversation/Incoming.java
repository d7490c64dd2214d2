package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Message;
import java.util.List;

/**
 * A customer's message as a channel hands it in, verified by the channel and bounded here.
 *
 * @param channel the name of the channel, of 1 to 40 characters
 * @param address where in the channel the customer is reached, of 1 to 500 characters; all messages
 *     from one address belong to one conversation until it is closed
 * @param externalId the channel's own id of the message, of 1 to 500 characters; the same id is the
 *     same message, however often it arrives
 * @param text what the customer wrote, of 0 to {@link Message#MAX_LENGTH} characters; what no
 *     database can hold is taken out
 * @param attachments the ids of 0 to {@link #MOST_ATTACHMENTS} files that the customer has sent
 *     before, in the order they are to be shown
 */
public record Incoming(
    String channel, String address, String externalId, String text, List<String> attachments) {
  /** How many files go with one message. */
  public static final int MOST_ATTACHMENTS = 5;

  private static final int LONGEST_CHANNEL = 40;
  private static final int LONGEST_NAME = 500;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one does not hold, and says which
   */
  public Incoming {
    StorableText.name("the channel", channel, LONGEST_CHANNEL);
    StorableText.name("the address", address, LONGEST_NAME);
    StorableText.name("the message's id", externalId, LONGEST_NAME);
    if (text.length() > Message.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the message has %d characters, at most %d are taken"
              .formatted(text.length(), Message.MAX_LENGTH));
    }
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw new IllegalArgumentException(
          "the message has %d files, at most %d are taken"
              .formatted(attachments.size(), MOST_ATTACHMENTS));
    }
    text = StorableText.cleaned(text);
    attachments = List.copyOf(attachments);
  }

  /** A message of words alone. */
  public Incoming(String channel, String address, String externalId, String text) {
    this(channel, address, externalId, text, List.of());
  }
}
