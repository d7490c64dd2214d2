/**
 * How a message sounds.
 *
 * <p>{@link dev.switchboard.escalation.tone.Tones} asks two {@code Classifier}s, for annoyance and
 * for abuse, about a text's embedding and its {@code Features}. {@link
 * dev.switchboard.escalation.tone.ToneTraining} learned their weights, and repeats it with {@code
 * ./switchboard train tones --data DIR}; DIR holds {@code annoyed_train.tsv} (made from GoEmotions)
 * and {@code abuse_train.tsv} (made from ConvAbuse), a text and a 1 or 0 in each line.
 */
@NullMarked
package dev.switchboard.escalation.tone;

import org.jspecify.annotations.NullMarked;
