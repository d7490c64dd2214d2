/**
 * Visitors of the widget for the benchmarks: they call a server over HTTP as pages do.
 *
 * <p>A {@link dev.switchboard.app.bench.chat.Page} sends messages, reads conversations and follows
 * their {@link dev.switchboard.app.bench.chat.Events}, each over one {@link
 * dev.switchboard.app.bench.chat.Connection}.
 */
@NullMarked
package dev.switchboard.app.bench.chat;

import org.jspecify.annotations.NullMarked;
