package dev.switchboard.knowledge.confidence;

/**
 * What the best article of a labelled question is worth.
 *
 * @param confidence its probability, 0 to 1
 * @param right whether it is an expected one
 */
public record Judged(double confidence, boolean right) {}
