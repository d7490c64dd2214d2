package dev.switchboard.bot.model;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * Calls of a model for the same purpose on a day.
 *
 * @param line names it
 * @param onDay by UTC, in days since 1970
 * @param tier of the model
 * @param model the team's name for it
 * @param purpose what they were for
 * @param calls how many
 * @param failed how many of them brought no answer
 * @param tokensIn sent
 * @param tokensOut answered
 * @param cost in micro-dollars
 */
@MappedEntity
public record Spending(
    @Id String line,
    long onDay,
    String tier,
    String model,
    String purpose,
    long calls,
    long failed,
    long tokensIn,
    long tokensOut,
    long cost) {}
