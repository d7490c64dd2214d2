package dev.switchboard.channel.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Gives every error of the server the same form.
 *
 * <p>The framework's own messages are left out: they repeat parts of the request and name classes.
 */
@Singleton
@Primary
final class Problems implements ErrorResponseProcessor<Problem> {

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var status = response.status();
    return Problem.of(status, detail(status.getCode())).on(response);
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not support the method.";
      case 413 -> "The request is too large.";
      case 415 -> "This address does not read the content type.";
      case 500 -> "The server failed to handle the request. It is not your fault.";
      default -> status < 500 ? "The request cannot be handled." : "Please try again later.";
    };
  }
}
