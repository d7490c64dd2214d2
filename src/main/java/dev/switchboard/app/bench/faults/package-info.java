/**
 * Breaks servers and looks whether they kept their promises.
 *
 * <p>{@link dev.switchboard.app.bench.faults.FaultBench} starts a real server again and again. A
 * {@code Crowd} of customers writes to it and outlives it, and its {@code Journal} holds what was
 * acknowledged. {@code KillSeries} kills the server, the {@code Victim}, at any moment, {@code
 * HaltSeries} halts it at each of its {@code HaltPoints}; {@code Invariants} are counted in the
 * database and {@code Transcripts} read over HTTP.
 */
@NullMarked
package dev.switchboard.app.bench.faults;

import org.jspecify.annotations.NullMarked;
