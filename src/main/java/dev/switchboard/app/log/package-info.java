/**
 * How the log is written: one line for each event, as {@link dev.switchboard.app.log.LogLines}, for
 * people by default, as JSON where {@code SWITCHBOARD_LOG} says {@code json}.
 */
@NullMarked
package dev.switchboard.app.log;

import org.jspecify.annotations.NullMarked;
