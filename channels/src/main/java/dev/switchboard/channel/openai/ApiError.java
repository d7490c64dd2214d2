package dev.switchboard.channel.openai;

import io.micronaut.http.HttpStatus;

/** A refusal as OpenAI's clients understand it. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String code;

  ApiError(HttpStatus status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  HttpStatus status() {
    return status;
  }

  /** As JSON. */
  ErrorBody body() {
    var type = status.getCode() < 500 ? "invalid_request_error" : "server_error";
    return new ErrorBody(new ErrorBody.Error(String.valueOf(getMessage()), type, code));
  }
}
