package dev.switchboard.bot.model;

import java.time.Duration;

/**
 * What a model said.
 *
 * @param what its answer
 * @param complete whether it said all it wanted
 * @param usage its tokens
 * @param first until it began
 */
record Said<T>(T what, boolean complete, Usage usage, Duration first) {}
