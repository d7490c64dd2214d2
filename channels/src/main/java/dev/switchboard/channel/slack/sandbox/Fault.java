package dev.switchboard.channel.slack.sandbox;

import java.time.Duration;

/** How a call can fail on demand. */
public sealed interface Fault {

  /** Too many calls: 429 with {@code Retry-After}. */
  record RateLimited(Duration retryAfter) implements Fault {}

  /** Refused, by Slack's name of the reason; nothing is done. */
  record Error(String name) implements Fault {}

  /** A status of HTTP; nothing is done. */
  record Status(int code) implements Fault {}

  /** It is done, but the answer never comes. */
  record LostAnswer() implements Fault {}
}
