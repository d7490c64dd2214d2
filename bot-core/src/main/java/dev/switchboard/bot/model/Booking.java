package dev.switchboard.bot.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A call as it stands in the ledger, whether or not it brought an answer.
 *
 * @param at when it was made
 * @param conversationId for which conversation, empty for none
 * @param purpose what it was for
 * @param model the team's name for the model
 * @param tier of the model
 * @param attempt which call it was for the same question, from 1
 * @param usage its tokens
 * @param cost in micro-dollars
 * @param first until it began to answer, zero when it never did
 * @param whole until it was over
 * @param outcome {@code ANSWERED}, or the kind of failure
 * @param because what the provider said, empty when it answered
 * @param withheld what of a customer's data was kept back, by kind: {@code e-mail 1, phone 2}
 * @param pictures how many pictures went along
 */
public record Booking(
    Instant at,
    String conversationId,
    String purpose,
    String model,
    Tier tier,
    int attempt,
    Usage usage,
    long cost,
    Duration first,
    Duration whole,
    String outcome,
    String because,
    String withheld,
    int pictures) {}
