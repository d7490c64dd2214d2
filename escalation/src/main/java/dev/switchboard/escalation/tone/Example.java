package dev.switchboard.escalation.tone;

/**
 * A text of which it is known whether it carries a signal.
 *
 * @param vector its embedding
 * @param features what it is written with
 * @param positive whether it carries the signal
 */
record Example(float[] vector, Features features, boolean positive) {}
