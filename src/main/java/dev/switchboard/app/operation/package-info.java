/**
 * What operators see of a running server: whether it is ready, and its numbers.
 *
 * <p>{@code PartsHealth} asks each {@code Part} what is wrong with it, for probes and for the log.
 * {@code BacklogGauges} shows how much waits. What is counted as it happens, such as messages and
 * decisions, is counted where it happens.
 */
@NullMarked
package dev.switchboard.app.operation;

import org.jspecify.annotations.NullMarked;
