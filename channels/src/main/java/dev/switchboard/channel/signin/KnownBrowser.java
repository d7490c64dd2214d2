package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Browsers;
import dev.switchboard.channel.http.Refusal;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells the browsers of colleagues from those of strangers, by a cookie that opens nothing. */
@Singleton
final class KnownBrowser {
  private static final String NAME = "switchboard-browser";
  private static final String PATH = "/desk/api";

  private final Browsers browsers;
  private final Attempts attempts;
  private final boolean https;

  KnownBrowser(
      Browsers browsers,
      Attempts attempts,
      @Property(name = "switchboard.https", defaultValue = "false") boolean https) {
    this.browsers = browsers;
    this.attempts = attempts;
    this.https = https;
  }

  /**
   * Who tries to get in to an account: its browser, where that is known, else a network.
   *
   * @throws Refusal with 429 when the network tries too often
   */
  String sender(HttpRequest<?> request, String email) {
    return token(request)
        .filter(token -> browsers.know(token, email))
        .orElseGet(() -> attempts.count(request));
  }

  /** Has the browser remember that somebody has signed in, unless it does. */
  void remember(Account account, HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (token(request).filter(token -> browsers.know(token, account.email())).isEmpty()) {
      response.cookie(
          Cookie.of(NAME, browsers.remember(account))
              .path(PATH)
              .httpOnly(true)
              .secure(https)
              .sameSite(SameSite.Strict)
              .maxAge(Browsers.REMEMBERED));
    }
  }

  private static Optional<String> token(HttpRequest<?> request) {
    return request.getCookies().findCookie(NAME).map(Cookie::getValue);
  }
}
