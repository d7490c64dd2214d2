package dev.switchboard.bot.conversation;

import java.time.Instant;

/**
 * That something was stored in a conversation.
 *
 * @param conversationId the conversation
 * @param at when its latest change was
 */
public record Change(String conversationId, Instant at) {}
