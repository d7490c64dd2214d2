package dev.switchboard.channel.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves the pages by which the people of the team get in and see to their accounts. */
@Controller("/desk")
@Hidden
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class TeamPagesController {
  private final Assets assets;

  TeamPagesController(Assets assets) {
    this.assets = assets;
  }

  @Get("/sign-in")
  HttpResponse<?> signIn(HttpRequest<?> request) {
    return page("signin.html", request);
  }

  /** One page for all links: it asks the server what the link is for. */
  @Get(uris = {"/setup", "/join", "/reset"})
  HttpResponse<?> link(HttpRequest<?> request) {
    return page("setup.html", request);
  }

  /** Where connecting a workspace of Slack ends. */
  @Get("/slack")
  HttpResponse<?> slack(HttpRequest<?> request) {
    return page("slack.html", request);
  }

  @Get("/account")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<?> account(HttpRequest<?> request) {
    return page("account.html", request);
  }

  @Get("/team")
  @Secured("ADMIN")
  HttpResponse<?> team(HttpRequest<?> request) {
    return page("team.html", request);
  }

  @Get("/costs")
  @Secured("ADMIN")
  HttpResponse<?> costs(HttpRequest<?> request) {
    return page("costs.html", request);
  }

  private HttpResponse<?> page(String name, HttpRequest<?> request) {
    return SentFile.answer(assets.findAtDesk(name), request, "no-cache");
  }
}
