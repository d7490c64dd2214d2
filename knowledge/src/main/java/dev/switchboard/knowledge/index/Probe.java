package dev.switchboard.knowledge.index;

/**
 * What is looked for: a question as a whole, or one sentence of it.
 *
 * @param text the text for the words
 * @param vector its vector, of length 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Probe(String text, float[] vector) {}
