package dev.switchboard.channel.slack.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * A call of the Web API.
 *
 * @param method such as {@code chat.postMessage}
 * @param parameters what was asked for, the last value of each name
 * @param error what was refused, empty when it was done
 * @param at when
 */
public record Call(String method, Map<String, String> parameters, String error, Instant at) {}
