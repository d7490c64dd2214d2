package dev.switchboard.bot.model.sandbox;

/**
 * What a call cost the caller in tokens, as the provider saw it.
 *
 * @param model that was asked
 * @param in tokens sent
 * @param out tokens answered
 * @param complete whether the answer was sent to its end
 */
public record Bill(String model, long in, long out, boolean complete) {}
