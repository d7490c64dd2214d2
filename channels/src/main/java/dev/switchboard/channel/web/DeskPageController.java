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

/** Serves the desk's page and its files. */
@Controller("/desk")
@Hidden
final class DeskPageController {
  private static final String ASK_FIRST = "no-cache";

  private final Assets assets;

  DeskPageController(Assets assets) {
    this.assets = assets;
  }

  @Get
  @Produces(MediaType.ALL)
  @Secured({"AGENT", "LEAD", "ADMIN"})
  HttpResponse<?> page(HttpRequest<?> request) {
    return SentFile.answer(assets.findAtDesk("desk.html"), request, ASK_FIRST);
  }

  @Get("/assets/{name}")
  @Produces(MediaType.ALL)
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<?> file(String name, HttpRequest<?> request) {
    return SentFile.answer(assets.findAtDesk(name), request, ASK_FIRST);
  }
}
