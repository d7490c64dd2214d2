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

/** Serves the welcome page with the chat on it, the page that shows receipts, and their files. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class PageController {
  private static final String ASK_FIRST = "no-cache";

  private final Assets assets;

  PageController(Assets assets) {
    this.assets = assets;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> page(HttpRequest<?> request) {
    return SentFile.answer(assets.find("welcome.html"), request, ASK_FIRST)
        .header(SecurityHeaders.PERMISSIONS, SecurityHeaders.FOR_THE_CHAT);
  }

  @Get("/ask")
  @Produces(MediaType.ALL)
  HttpResponse<?> ask(HttpRequest<?> request) {
    return file("ask.html", request);
  }

  @Get("/assets/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<?> file(String name, HttpRequest<?> request) {
    return SentFile.answer(assets.find(name), request, ASK_FIRST);
  }
}
