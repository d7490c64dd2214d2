package dev.switchboard.bot.conversation;

/** What became of an attempt to deliver. */
public sealed interface Delivery {

  /** The channel has taken it over. */
  record Sent() implements Delivery {}

  /** It may succeed later. */
  record TryLater(String because) implements Delivery {}

  /** It will never succeed: the address does not exist, or the channel does not take this text. */
  record Refused(String because) implements Delivery {}
}
