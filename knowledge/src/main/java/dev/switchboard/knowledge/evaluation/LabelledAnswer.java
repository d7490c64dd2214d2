package dev.switchboard.knowledge.evaluation;

/**
 * An answer of which it is known whether its evidence supports all of it.
 *
 * @param evidence what it was to rest on
 * @param answer what was answered
 * @param supported whether it does
 */
public record LabelledAnswer(String evidence, String answer, boolean supported) {}
