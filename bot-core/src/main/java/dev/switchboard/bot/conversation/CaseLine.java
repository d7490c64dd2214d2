package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * A conversation as a line of the desk's list.
 *
 * @param conversation the conversation
 * @param since since when its custody holds
 * @param because why people have it, empty when nobody said
 * @param words what the customer wrote last
 * @param wroteAt when the customer wrote last
 * @param waits whether the customer waits for an agent's reply
 */
public record CaseLine(
    Conversation conversation,
    Instant since,
    String because,
    String words,
    Instant wroteAt,
    boolean waits) {}
