package dev.switchboard.channel.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Optional;

/** A file on its way to a browser, which may have it already. */
final class SentFile {

  private SentFile() {}

  /**
   * The file, or 304 when the browser has it, or 404 when there is none.
   *
   * @param caching how long it may be used without asking again, a {@code Cache-Control} value
   */
  static MutableHttpResponse<?> answer(
      Optional<Assets.Asset> found, HttpRequest<?> request, String caching) {
    return found.isEmpty()
        ? HttpResponse.notFound()
        : fresh(found.get(), request)
            .header(HttpHeaders.ETAG, found.get().tag())
            .header(HttpHeaders.CACHE_CONTROL, caching);
  }

  /** By tag, not by date: a reproducible build gives every file the same date for ever. */
  private static MutableHttpResponse<?> fresh(Assets.Asset asset, HttpRequest<?> request) {
    return known(asset, request)
        ? HttpResponse.notModified()
        : HttpResponse.ok(asset.content()).header(HttpHeaders.CONTENT_TYPE, asset.type());
  }

  private static boolean known(Assets.Asset asset, HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(tags -> List.of(tags.split(",")).stream())
        .anyMatch(tag -> tag.strip().equals(asset.tag()));
  }
}
