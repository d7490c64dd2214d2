package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;

/**
 * Tells whether anything has changed in a case since it was looked at: two equal marks of one id
 * are the same state.
 *
 * @param id the conversation
 * @param version how often its custody has changed
 * @param next the number of its next turn
 */
@Introspected
public record CaseMark(String id, long version, long next) {}
