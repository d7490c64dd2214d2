package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * One thing that was said or noted in a conversation.
 *
 * @param conversationId the conversation
 * @param seq its number in the conversation, from 1 without gaps
 * @param shownSeq its number among the turns that the customer sees, from 1 without gaps; 0 when it
 *     is not for the customer
 * @param author who wrote it
 * @param by the agent's name, empty where no agent wrote it
 * @param text what was written; from the bot Markdown
 * @param receipt how the bot came to it, JSON; empty for what the bot did not write
 * @param key the id it was handed in with, empty when it was written here
 * @param at when it was stored
 */
public record Turn(
    String conversationId,
    long seq,
    long shownSeq,
    Author author,
    String by,
    String text,
    String receipt,
    String key,
    Instant at) {}
