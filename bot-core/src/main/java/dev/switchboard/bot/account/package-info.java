/**
 * The people of the support team, and how they prove who they are.
 *
 * <p>{@link dev.switchboard.bot.account.Accounts} knows them by their {@link
 * dev.switchboard.bot.account.Account}. They prove who they are by a password ({@link
 * dev.switchboard.bot.account.SignIn}, which {@code LockOut} makes wait who fails) or, once, by a
 * link ({@link dev.switchboard.bot.account.Links}), and then hold the token of a session ({@link
 * dev.switchboard.bot.account.Sessions}). The database is asked each time, so what ends a session
 * ends it at once, in every process. Of passwords and tokens only hashes are kept.
 */
@NullMarked
package dev.switchboard.bot.account;

import org.jspecify.annotations.NullMarked;
