package dev.switchboard.channel.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Takes methods by their exact names. The framework reads {@code post} as POST, but whoever stands
 * before this server and filters for {@code POST} would let it pass.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ExactMethods {

  @RequestFilter
  void check(HttpRequest<?> request) {
    var method = request.getMethod();
    if (method != HttpMethod.CUSTOM && !method.name().equals(request.getMethodName())) {
      throw new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "This address does not support the method.");
    }
  }
}
