package dev.switchboard.bot.conversation;

/**
 * A turn on its way to the customer.
 *
 * @param key the same for every attempt to deliver the same turn, and for no other turn
 * @param channel the channel it goes through
 * @param address where in the channel the customer is reached
 * @param text what the customer reads, Markdown
 */
public record Outgoing(String key, String channel, String address, String text) {}
