package dev.switchboard.bot.conversation;

/**
 * Where the turns of one channel are delivered to, as the courier sees it.
 *
 * <p>An implementation delivers or says why not; it returns within 60 seconds and is safe for use
 * by many threads. After a crash, or when it took longer, it is given the same turn again: where
 * the channel can tell duplicates apart, {@link Outgoing#key()} is what to tell them by. An
 * exception counts as {@link Delivery.TryLater}.
 */
public interface Address {

  /** The channel whose turns it takes. */
  String channel();

  /** Delivers the turn to the customer. */
  Delivery deliver(Outgoing outgoing);
}
