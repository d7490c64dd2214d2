/**
 * The customer's side of conversations over HTTP: what the widget on a web page calls.
 *
 * <p>{@code SessionController} gives a {@link dev.switchboard.channel.web.widget.Visitor} a token;
 * {@code Door} lets nobody further without it, nor to a conversation of somebody else. {@code
 * MessagesController} hands messages to the inbox and shows them, {@code WishesController} takes
 * what a customer wants beside writing, {@code Streams} tells each open page what is new. A message
 * that the customer sees has a number without gaps, by which a page goes on where it was cut off.
 */
@NullMarked
package dev.switchboard.channel.web.widget;

import org.jspecify.annotations.NullMarked;
