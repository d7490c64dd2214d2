/**
 * What every HTTP address of the channels does alike: bodies are read strictly ({@link
 * dev.switchboard.channel.http.JsonBody}), what is wrong with them is thrown as a {@link
 * dev.switchboard.channel.http.Refusal}, and every error leaves as a {@link
 * dev.switchboard.channel.http.Problem}. {@code PlainRequests} lets nobody near who wraps a body in
 * anything, {@code HttpDefaults} keeps the server from unwrapping it.
 */
@NullMarked
package dev.switchboard.channel.http;

import org.jspecify.annotations.NullMarked;
