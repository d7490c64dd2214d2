/**
 * What every HTTP address of the channels does alike: bodies are read strictly ({@link
 * dev.switchboard.channel.http.JsonBody}), what is wrong with them is thrown as a {@link
 * dev.switchboard.channel.http.Refusal}, and every error leaves as a {@link
 * dev.switchboard.channel.http.Problem}. {@link dev.switchboard.channel.http.UnreadBody} says what
 * becomes of a body that nobody read. Methods are taken by their exact names ({@code
 * ExactMethods}). {@link dev.switchboard.channel.http.OwnPage} and {@link
 * dev.switchboard.channel.http.Senders} say where a request comes from, as far as it can be known,
 * and an {@link dev.switchboard.channel.http.Allowance} how often it may. {@code PlainRequests}
 * lets nobody near who wraps a body in anything, {@code HttpDefaults} keeps the server from
 * unwrapping it.
 */
@NullMarked
package dev.switchboard.channel.http;

import org.jspecify.annotations.NullMarked;
