package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * One thing that was said or noted in a conversation.
 *
 * @param conversationId the conversation
 * @param seq its number in the conversation, from 1 without gaps
 * @param author who wrote it
 * @param text what was written; from the bot Markdown
 * @param receipt how the bot came to it, JSON; empty for what the bot did not write
 * @param at when it was stored
 */
public record Turn(
    String conversationId, long seq, Author author, String text, String receipt, Instant at) {}
