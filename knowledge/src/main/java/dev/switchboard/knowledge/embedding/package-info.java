/**
 * Texts as vectors, in this process, without the network.
 *
 * <p>{@link dev.switchboard.knowledge.embedding.InProcessModel} runs one of LangChain4j's bundled
 * ONNX models in a session of our own: one thread, no spinning. The library's default session spins
 * a thread per core and burns more CPU for the same vectors; {@code bench embedding} tells how
 * much.
 *
 * <p>{@link dev.switchboard.knowledge.embedding.PairedModel} is what the product ships: MiniLM and
 * bge-small side by side, run at the same time, their unit vectors joined to one of 768 numbers.
 * Neither alone is best everywhere: MiniLM is far better at technical FAQ titles, bge-small at
 * messy short questions, and the ranking learns how much to trust each. Both read 128 tokens of a
 * passage at most, so passages are cut to fit ({@link
 * dev.switchboard.knowledge.text.PassageCutter}).
 */
@NullMarked
package dev.switchboard.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
