package dev.switchboard.channel.signin;

import dev.switchboard.channel.http.OwnPage;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Refuses what a foreign page has a colleague's browser send: each change that needs a session must
 * come from a page of ours and carry the session's own token, and each change at the desk's door
 * must at least come from a page of ours.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ForgedRequests implements Ordered {
  static final String TOKEN_HEADER = "X-CSRF-Token";
  private static final String DESK = "/desk/";
  private static final Set<HttpMethod> SAFE =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @RequestFilter
  void check(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty() || SAFE.contains(request.getMethod())) {
      return;
    }
    if (!isOpen(route.get())) {
      OwnPage.require(request);
      requireToken(request);
    } else if (request.getPath().startsWith(DESK)) {
      OwnPage.require(request);
    }
  }

  private static boolean isOpen(RouteMatch<?> route) {
    return Arrays.asList(route.getAnnotationMetadata().stringValues(Secured.class))
        .contains(SecurityRule.IS_ANONYMOUS);
  }

  private static void requireToken(HttpRequest<?> request) {
    var sent = request.getHeaders().getAll(TOKEN_HEADER);
    var due = request.getUserPrincipal(Authentication.class).map(SignedIn::csrf);
    if (sent.size() != 1 || due.filter(token -> isSame(token, sent.getFirst())).isEmpty()) {
      throw new Refusal(
          HttpStatus.FORBIDDEN, "csrf", "Send the token of /desk/api/me as " + TOKEN_HEADER + ".");
    }
  }

  private static boolean isSame(String token, String sent) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  /** After it is known who calls. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }
}
