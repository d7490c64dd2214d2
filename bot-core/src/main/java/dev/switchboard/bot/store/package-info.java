/**
 * The database: one H2 file in the data folder by default, PostgreSQL by configuration.
 *
 * <p>Everything that is written goes through {@link dev.switchboard.bot.store.DurableCommit}, which
 * returns when the change would survive a crash. {@code StoreDefaults} says how the database is
 * reached when nobody says otherwise, {@code Opening} refuses a folder that another process uses,
 * {@code NewerSchema} one that a newer Switchboard has written. {@code LockedCommit} is how H2 is
 * made to keep its promises, {@code PlainCommit} relies on PostgreSQL's own.
 *
 * <p>On PostgreSQL, {@link dev.switchboard.bot.store.DatabaseClock} is the time of all processes,
 * {@link dev.switchboard.bot.store.DirectLine} opens connections beside the pool, and {@code
 * ServerLimits} says how long a server may be silent.
 *
 * <p>What is too large for a database lies in files beside it: {@link
 * dev.switchboard.bot.store.FileStore}.
 */
@NullMarked
package dev.switchboard.bot.store;

import org.jspecify.annotations.NullMarked;
