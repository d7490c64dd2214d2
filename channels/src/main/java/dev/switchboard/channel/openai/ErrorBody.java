package dev.switchboard.channel.openai;

import io.micronaut.serde.annotation.Serdeable;

/** An error as OpenAI's clients read it. */
@Serdeable
record ErrorBody(Error error) {

  /** What is wrong. */
  @Serdeable
  record Error(String message, String type, String code) {}
}
