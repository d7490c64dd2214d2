/**
 * The customer's side of conversations over HTTP: what the widget on a web page calls.
 *
 * <p>{@code SessionController} gives a {@link dev.switchboard.channel.web.widget.Visitor} a token;
 * {@code Door} lets nobody further without it, nor to a conversation of somebody else. Where the
 * team's own site vouches for its customers, {@code Passports} verifies that, and {@code Visitors}
 * gives each the same address on every device. {@code MessagesController} hands messages to the
 * inbox and shows them, {@code AttachmentsController} takes the files that go with them, {@code
 * CasesController} letters to be answered by e-mail, {@code WishesController} what a customer wants
 * beside writing; {@code Streams} tells each open page what is new. A message that the customer
 * sees has a number without gaps, by which a page goes on where it was cut off.
 *
 * <p>What one sender may do is counted in {@code Limits} and {@code Seats}, by the address that
 * {@code Senders} believes. What customers read of the people is what {@code Staff} has measured.
 */
@NullMarked
package dev.switchboard.channel.web.widget;

import org.jspecify.annotations.NullMarked;
