package dev.switchboard.channel.slack;

import dev.switchboard.channel.slack.api.Installs;
import dev.switchboard.channel.slack.api.Installs.Installed;
import dev.switchboard.channel.slack.api.SlackSettings;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Connects workspaces: an admin begins, agrees in Slack, and comes back.
 *
 * <p>The way back cannot ask who is signed in, since no browser sends that cookie from another
 * site; it asks for the state that only the browser has that an admin began in.
 */
@Controller("/slack")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
final class SlackInstallController {
  private static final String COOKIE = "switchboard-slack-install";
  private static final String PAGE = "/desk/slack#";
  private static final int LONGEST = 1_000;

  private final SlackSettings settings;
  private final Installs installs;
  private final boolean https;

  SlackInstallController(
      SlackSettings settings,
      Installs installs,
      @Property(name = "switchboard.https", defaultValue = "false") boolean https) {
    this.settings = settings;
    this.installs = installs;
    this.https = https;
  }

  @Get("/install")
  @Secured("ADMIN")
  HttpResponse<?> install() {
    if (!settings.canConnect()) {
      return HttpResponse.notFound();
    }
    var state = installs.begin();
    return HttpResponse.seeOther(installs.address(state))
        .cookie(cookie(state).maxAge(Installs.PATIENCE))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Get("/oauth")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<?> back(HttpRequest<?> request) {
    if (!settings.canConnect()) {
      return HttpResponse.notFound();
    }
    var kept = request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse("");
    var outcome =
        only(request, "error").isEmpty()
            ? installs.end(kept, only(request, "state"), only(request, "code"))
            : new Installed.Failed(Installs.Reason.DENIED);
    var told =
        switch (outcome) {
          case Installed.Connected _ -> "connected";
          case Installed.Failed(var because) -> because.name().toLowerCase(Locale.ROOT);
        };
    return HttpResponse.seeOther(URI.create(PAGE + told))
        .cookie(cookie("").maxAge(Duration.ZERO))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Cookie cookie(String value) {
    return Cookie.of(COOKIE, value)
        .path("/slack")
        .httpOnly(true)
        .secure(https)
        .sameSite(SameSite.Lax);
  }

  private static String only(HttpRequest<?> request, String parameter) {
    var given = request.getParameters().getAll(parameter);
    return given.size() == 1 && given.getFirst().length() <= LONGEST ? given.getFirst() : "";
  }
}
