package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Device;
import dev.switchboard.bot.account.Sessions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Begins and ends the sessions of browsers. */
@Singleton
final class Welcome {
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final KnownBrowser browser;

  Welcome(Sessions sessions, SessionCookie cookie, KnownBrowser browser) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.browser = browser;
  }

  /** Lets somebody in who has proved who they are; the browser's former session ends. */
  HttpResponse<Me> to(Account account, HttpRequest<?> request) {
    endFormer(request);
    var opened = sessions.open(account, device(request));
    var response =
        HttpResponse.ok(Me.of(account, CsrfToken.of(opened.token())))
            .cookie(cookie.holding(opened.token()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    browser.remember(account, request, response);
    return response;
  }

  /** Has the browser forget its session, which is over. */
  MutableHttpResponse<?> farewell() {
    return HttpResponse.noContent().cookie(cookie.gone());
  }

  private void endFormer(HttpRequest<?> request) {
    cookie.token(request).flatMap(sessions::find).ifPresent(sessions::end);
  }

  private static Device device(HttpRequest<?> request) {
    var browser = request.getHeaders().get(HttpHeaders.USER_AGENT);
    return new Device(
        request.getRemoteAddress().getAddress().getHostAddress(), browser == null ? "" : browser);
  }
}
