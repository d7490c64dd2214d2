package dev.switchboard.bot.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits, in all conversations of the database.
 *
 * @param forBot messages that the bot has not replied to
 * @param oldestForBot when the oldest of them was written
 * @param forPeople messages that people have not seen to
 * @param oldestForPeople when the oldest of them was written
 * @param toDeliver turns on their way to customers
 * @param oldestToDeliver when the oldest of them was written
 * @param undeliverable turns that were given up
 */
public record Backlog(
    long forBot,
    Optional<Instant> oldestForBot,
    long forPeople,
    Optional<Instant> oldestForPeople,
    long toDeliver,
    Optional<Instant> oldestToDeliver,
    long undeliverable) {}
