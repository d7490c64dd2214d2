package dev.switchboard.channel.web;

import io.micronaut.http.HttpStatus;

/** A request that is refused at the door, with a reason that may be shown to its sender. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  Refusal(HttpStatus status, String reason) {
    // Without a stack trace: being sent nonsense must cost little.
    super(reason, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /** What the sender has to change; never repeats what was sent. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
