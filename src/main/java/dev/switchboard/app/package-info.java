/**
 * The application: everything the modules offer, put together and started.
 *
 * <p>{@link dev.switchboard.app.Switchboard} is the entry point and hands its arguments to {@code
 * dev.switchboard.app.cli}, which has one small class for each sub-command. The settings a server
 * starts with are in {@code application.yml}; a command-line option wins over an environment
 * variable, which wins over that file.
 */
@NullMarked
package dev.switchboard.app;

import org.jspecify.annotations.NullMarked;
