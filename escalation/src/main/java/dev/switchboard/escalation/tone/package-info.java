/**
 * How a message sounds, and whether it asks again.
 *
 * <p>{@link dev.switchboard.escalation.tone.Tones} asks two {@code Classifier}s, for annoyance and
 * for abuse, about a text's embedding and its {@code Features}. {@link
 * dev.switchboard.escalation.tone.ToneTraining} learned their weights. {@code ./switchboard train
 * tones --data DIR} repeats it; DIR holds {@code signals/annoyed_train.tsv} (made from GoEmotions)
 * and {@code signals/abuse_train.tsv} (made from ConvAbuse), a text and a 1 or 0 in each line, and
 * BANKING77 and CLINC150 in the product's own formats, whose customers' questions are plain. {@link
 * dev.switchboard.escalation.tone.SameQuestion} compares two questions by the same embeddings.
 */
@NullMarked
package dev.switchboard.escalation.tone;

import org.jspecify.annotations.NullMarked;
