/**
 * The command line: one small class for each sub-command.
 *
 * <p>{@link dev.switchboard.app.cli.Terminal} reads the arguments and turns outcomes into exit
 * codes (0 done, 1 failed, 2 wrong usage). {@code SwitchboardCommand} is the root that lists the
 * sub-commands. {@code RunningServer} is the whole application listening; {@code Application} its
 * beans without a server, over which {@code import} and {@code ask} work. A command throws {@link
 * dev.switchboard.app.cli.Failure} for what the person in front of it can put right; everything
 * else is a fault and is shown as one line, too, with the stack trace only on {@code --verbose}.
 *
 * <p>This is the only package that writes to standard output.
 */
@NullMarked
package dev.switchboard.app.cli;

import org.jspecify.annotations.NullMarked;
