package dev.switchboard.channel.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file on its way to a browser, which may have it already. */
final class SentFile {
  // "gzip;q=0" says that it is not wanted.
  private static final Pattern GZIP = Pattern.compile("(?i)gzip(\\s*;\\s*q=(1|0?\\.\\d*[1-9]).*)?");

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
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CACHE_CONTROL, caching);
  }

  /** By tag, not by date: a reproducible build gives every file the same date for ever. */
  private static MutableHttpResponse<?> fresh(Assets.Asset asset, HttpRequest<?> request) {
    return known(asset, request)
        ? HttpResponse.notModified()
        : packed(asset, request).header(HttpHeaders.CONTENT_TYPE, asset.type());
  }

  private static MutableHttpResponse<?> packed(Assets.Asset asset, HttpRequest<?> request) {
    return unpacks(request)
        ? HttpResponse.ok(asset.zipped()).header(HttpHeaders.CONTENT_ENCODING, "gzip")
        : HttpResponse.ok(asset.content());
  }

  private static boolean unpacks(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(codings -> List.of(codings.split(",")).stream())
        .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
  }

  private static boolean known(Assets.Asset asset, HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(tags -> List.of(tags.split(",")).stream())
        .anyMatch(tag -> tag.strip().equals(asset.tag()));
  }
}
