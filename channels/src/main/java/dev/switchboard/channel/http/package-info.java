/**
 * What every HTTP address of the channels does alike: bodies are read strictly ({@link
 * dev.switchboard.channel.http.JsonBody}), what is wrong with them is thrown as a {@link
 * dev.switchboard.channel.http.Refusal}, and every error leaves as a {@link
 * dev.switchboard.channel.http.Problem}.
 */
@NullMarked
package dev.switchboard.channel.http;

import org.jspecify.annotations.NullMarked;
