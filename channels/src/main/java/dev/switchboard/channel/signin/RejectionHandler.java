package dev.switchboard.channel.signin;

import dev.switchboard.channel.http.Refusal;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/** Answers who may not do it: a person's browser is shown the way in, a program is told why. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class RejectionHandler
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private static final URI SIGN_IN = URI.create("/desk/sign-in");

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared so
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException rejection) {
    if (rejection.isForbidden()) {
      return new Refusal(HttpStatus.FORBIDDEN, "role", "Your role does not include this.").answer();
    }
    return isPage(request)
        ? HttpResponse.seeOther(SIGN_IN)
        : new Refusal(HttpStatus.UNAUTHORIZED, "signed_out", "Sign in first.").answer();
  }

  private static boolean isPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
  }
}
