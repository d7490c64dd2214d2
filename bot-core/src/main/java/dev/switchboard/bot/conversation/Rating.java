package dev.switchboard.bot.conversation;

import io.micronaut.core.annotation.Introspected;

/**
 * What the customer thinks of the help as a whole.
 *
 * @param score from 1, bad, to 5, good
 * @param words why, may be empty
 */
@Introspected
public record Rating(int score, String words) {}
