package dev.switchboard.bot.account;

import java.time.Instant;

/**
 * Somebody is signed in.
 *
 * @param id tells it from their other sessions; opens nothing
 * @param seenAt when it was last used, to the minute
 */
public record Session(
    String id, Account account, Device device, Instant openedAt, Instant seenAt) {}
