package dev.switchboard.channel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;

/** Tells requests of this server's own pages from those of others, as far as browsers say it. */
public final class OwnPage {
  private static final String SITE = "Sec-Fetch-Site";

  private OwnPage() {}

  /** Whether an origin is that of this server, by the name it was called by. */
  public static boolean isOrigin(String origin, HttpRequest<?> request) {
    var host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null
        && (origin.equalsIgnoreCase("https://" + host)
            || origin.equalsIgnoreCase("http://" + host));
  }

  /**
   * Lets through what one of our pages sends, or a program that is no browser.
   *
   * @throws Refusal with 403 for a page of another origin
   */
  public static void require(HttpRequest<?> request) {
    var headers = request.getHeaders();
    boolean own =
        headers.getAll(HttpHeaders.ORIGIN).stream().allMatch(origin -> isOrigin(origin, request))
            && headers.getAll(SITE).stream().allMatch("same-origin"::equals);
    if (!own) {
      throw new Refusal(
          HttpStatus.FORBIDDEN, "origin", "Only this server's own pages may do this.");
    }
  }
}
