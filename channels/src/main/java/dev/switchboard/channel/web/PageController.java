package dev.switchboard.channel.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** Serves the page and its files. */
@Controller
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
    return assets
        .find(name)
        .<HttpResponse<?>>map(asset -> fresh(asset, request))
        .orElseGet(HttpResponse::notFound);
  }

  /** By tag, not by date: a reproducible build gives every file the same date for ever. */
  private static HttpResponse<?> fresh(Assets.Asset asset, HttpRequest<?> request) {
    var response =
        known(asset, request)
            ? HttpResponse.notModified()
            : HttpResponse.ok(asset.content()).header(HttpHeaders.CONTENT_TYPE, asset.type());
    return response
        .header(HttpHeaders.ETAG, asset.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static boolean known(Assets.Asset asset, HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(tags -> List.of(tags.split(",")).stream())
        .anyMatch(tag -> tag.strip().equals(asset.tag()));
  }
}
