/**
 * Puts load on servers: many visitors at once, long conversations, a steady rate.
 *
 * <p>{@link dev.switchboard.app.bench.load.LoadBench} runs what a {@link
 * dev.switchboard.app.bench.load.LoadPlan} asks for. A {@code Town} holds the visitors; {@code
 * OpenLoop} sends their messages at a fixed rate from this process and {@code OpenPages} see when
 * they are shown, while the server is another process.
 */
@NullMarked
package dev.switchboard.app.bench.load;

import org.jspecify.annotations.NullMarked;
