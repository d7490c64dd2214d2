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

/** Serves the page and its files. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class PageController {

  private final Assets assets;

  PageController(Assets assets) {
    this.assets = assets;
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> page(HttpRequest<?> request) {
    return file("index.html", request);
  }

  @Get("/assets/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<?> file(String name, HttpRequest<?> request) {
    return SentFile.answer(assets.find(name), request, "no-cache");
  }
}
