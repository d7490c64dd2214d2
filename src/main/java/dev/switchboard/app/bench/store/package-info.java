/**
 * Empty databases for the servers that the benchmarks start: a file of {@link
 * dev.switchboard.app.bench.store.H2}, or {@link dev.switchboard.app.bench.store.Postgres} on a
 * server that is named or, where one is installed, {@link
 * dev.switchboard.app.bench.store.LocalPostgres started} for the occasion.
 */
@NullMarked
package dev.switchboard.app.bench.store;

import org.jspecify.annotations.NullMarked;
