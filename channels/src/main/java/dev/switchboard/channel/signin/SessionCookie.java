package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Sessions;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds a session's token. No script can read it, and no other site makes a browser
 * send it.
 */
@Singleton
final class SessionCookie {
  private static final String NAME = "switchboard-session";
  // A browser takes a cookie of such a name over TLS only, and only for this very host.
  private static final String NAME_OVER_TLS = "__Host-" + NAME;

  private final boolean https;

  /**
   * Made by the container.
   *
   * @param https whether browsers reach the server over TLS, as they do behind a proxy
   */
  SessionCookie(@Property(name = "switchboard.https", defaultValue = "false") boolean https) {
    this.https = https;
  }

  /** The token that a browser has sent. */
  Optional<String> token(HttpRequest<?> request) {
    return request.getCookies().findCookie(name()).map(Cookie::getValue);
  }

  /** Has the browser keep a token. */
  Cookie holding(String token) {
    return cookie(token).maxAge(Sessions.LONGEST);
  }

  /** Has the browser forget the token. */
  Cookie gone() {
    return cookie("").maxAge(Duration.ZERO);
  }

  private Cookie cookie(String value) {
    return Cookie.of(name(), value)
        .path("/")
        .httpOnly(true)
        .secure(https)
        .sameSite(SameSite.Strict);
  }

  private String name() {
    return https ? NAME_OVER_TLS : NAME;
  }
}
