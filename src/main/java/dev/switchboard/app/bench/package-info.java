/**
 * Measures speed on this machine: ours and a floor in turns, so that what else the machine does
 * falls on both.
 *
 * <p>{@link dev.switchboard.app.bench.Bench} runs the sections that a {@link
 * dev.switchboard.app.bench.Plan} names on articles that {@code Shop} makes up, and hands back
 * {@link dev.switchboard.app.bench.Results}: figures, each with its method, and goals that the
 * figures meet or miss. Medians over rounds, best rounds and CPU time count; tails do not, as a
 * busy scheduler makes them.
 *
 * <p>What takes long has packages of its own: {@code faults} kills servers under load, {@code load}
 * puts many visitors on them. Both start a {@link dev.switchboard.app.bench.ChildServer} on a
 * database of {@code store} and speak to it as the pages of {@code chat} do.
 */
@NullMarked
package dev.switchboard.app.bench;

import org.jspecify.annotations.NullMarked;
