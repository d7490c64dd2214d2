package dev.switchboard.bot.conversation;

/**
 * A turn that did not reach the customer.
 *
 * @param conversationId the conversation
 * @param seq the turn's number in it
 * @param channel the channel it was to go through
 * @param address where in the channel the customer was to be reached
 * @param text what the customer was to read
 * @param attempts how often it was tried
 * @param because why the last attempt failed
 */
public record DeadLetter(
    String conversationId,
    long seq,
    String channel,
    String address,
    String text,
    int attempts,
    String because) {}
