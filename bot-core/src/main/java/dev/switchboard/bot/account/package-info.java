/**
 * The people of the support team, and how they prove who they are.
 *
 * <p>{@link dev.switchboard.bot.account.Accounts} knows them by their {@link
 * dev.switchboard.bot.account.Account}, {@link dev.switchboard.bot.account.Sessions} by the token
 * that they hold while they are signed in. The database is asked each time, so what ends a session
 * ends it at once, in every process.
 */
@NullMarked
package dev.switchboard.bot.account;

import org.jspecify.annotations.NullMarked;
