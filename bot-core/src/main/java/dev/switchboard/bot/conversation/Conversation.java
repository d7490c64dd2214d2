package dev.switchboard.bot.conversation;

/**
 * A customer's conversation.
 *
 * @param id its id, unguessable
 * @param channel the channel it runs through
 * @param address where in the channel the customer is reached
 * @param custody who may speak
 * @param custodyVersion how often that has changed
 */
public record Conversation(
    String id, String channel, String address, Custody custody, long custodyVersion) {}
