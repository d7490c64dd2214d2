package dev.switchboard.channel.slack.sandbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Bad weather: calls fail, events come twice and in another order, and everything is slow at times.
 *
 * @param share of what happens that each of these befalls, from 0 to 1
 * @param longest a delay
 * @param random decides what it befalls
 */
public record Storm(double share, Duration longest, RandomGenerator random) {}
