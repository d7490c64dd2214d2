/**
 * Several processes on one PostgreSQL database: what happens in one is known in the others at once.
 *
 * <p>{@link dev.switchboard.bot.node.Relay} hears the bell of its own process and rings it for what
 * happens in others. Three parts do it: {@code HintSender} tells the others by NOTIFY, {@code
 * HintListener} hears them by LISTEN, and {@code MissedChanges} looks into the tables every second,
 * because a notification can be lost and is a hint only. None of them carries what was written.
 *
 * <p>On H2, which one process has for itself, nothing of this is there.
 */
@NullMarked
package dev.switchboard.bot.node;

import org.jspecify.annotations.NullMarked;
