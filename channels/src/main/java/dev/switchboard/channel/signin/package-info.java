/**
 * How the people of the support team get in.
 *
 * <p>Nothing is open that does not say so: each address names who may call it by {@code @Secured},
 * with the names of {@link dev.switchboard.bot.account.Role} or {@code IS_ANONYMOUS} for everybody,
 * and one that names nobody is closed. {@code SessionFetcher} finds out who calls by the cookie
 * that {@code SessionCookie} names, and {@link dev.switchboard.channel.signin.SignedIn} says who
 * that is.
 */
@NullMarked
package dev.switchboard.channel.signin;

import org.jspecify.annotations.NullMarked;
