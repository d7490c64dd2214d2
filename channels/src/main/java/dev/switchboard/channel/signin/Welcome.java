package dev.switchboard.channel.signin;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Device;
import dev.switchboard.bot.account.Sessions;
import dev.switchboard.channel.http.Senders;
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
  private final Senders senders;

  Welcome(Sessions sessions, SessionCookie cookie, KnownBrowser browser, Senders senders) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.browser = browser;
    this.senders = senders;
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

  private Device device(HttpRequest<?> request) {
    var browser = request.getHeaders().get(HttpHeaders.USER_AGENT);
    return new Device(senders.of(request).getHostAddress(), browser == null ? "" : browser);
  }
}
