/**
 * How the people of the support team get in.
 *
 * <p>Nothing is open that does not say so: each address names who may call it by {@code @Secured},
 * with the names of {@link dev.switchboard.bot.account.Role} or {@code IS_ANONYMOUS} for everybody,
 * and one that names nobody is closed. {@code SessionFetcher} finds out who calls by the cookie of
 * {@code SessionCookie}, {@link dev.switchboard.channel.signin.SignedIn} says who that is, and
 * {@code RejectionHandler} answers whom it keeps out. {@code ForgedRequests} refuses what a foreign
 * page has somebody's browser send.
 *
 * <p>{@code SignInController} lets people in by a password and {@code LinksController} by a link,
 * both by {@code Welcome}, which opens the session; {@code AccountController} lets them see to
 * their own account, {@code TeamController} lets admins decide who belongs to the team. {@code
 * Entered} is what all of them read.
 */
@NullMarked
package dev.switchboard.channel.signin;

import org.jspecify.annotations.NullMarked;
