/**
 * The parts that the modules leave open, made and joined for a running server.
 *
 * <p>{@code Parts} makes the models, the index and what reads knowledge in. {@link
 * dev.switchboard.app.wiring.StartingKnowledge} sees to it that there is something to ask at all:
 * the files that were named, or the bundled {@link dev.switchboard.app.wiring.Sample}.
 */
@NullMarked
package dev.switchboard.app.wiring;

import org.jspecify.annotations.NullMarked;
