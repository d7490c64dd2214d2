package dev.switchboard.knowledge.evaluation;

/**
 * A text of which it is known whether it carries a signal.
 *
 * @param text what a customer wrote
 * @param positive whether it carries the signal
 */
public record LabelledCase(String text, boolean positive) {}
