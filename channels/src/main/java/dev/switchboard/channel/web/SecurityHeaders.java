package dev.switchboard.channel.web;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Puts the headers on every response that keep a browser from doing what nobody asked for. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {

  /** The header that says which sites may load a file. */
  static final String SHARED_WITH = "Cross-Origin-Resource-Policy";

  static final String POLICY_HEADER = "Content-Security-Policy";

  /** The header that says what of the device a page may use. */
  static final String PERMISSIONS = "Permissions-Policy";

  /** A page with the chat on it records voice notes and takes pictures of the screen, if asked. */
  static final String FOR_THE_CHAT =
      "camera=(), geolocation=(), microphone=(self), display-capture=(self)";

  private static final String TLS_HEADER = "Strict-Transport-Security";
  private static final String FRAMES_HEADER = "X-Frame-Options";

  // Trusted Types make the browser refuse innerHTML itself: a mistake cannot become a script.
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "media-src 'self'",
          "connect-src 'self'",
          "frame-src 'self'",
          "manifest-src 'self'",
          "form-action 'none'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'");

  private static final Map<String, String> HEADERS =
      Map.of(
          POLICY_HEADER,
          POLICY,
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          SHARED_WITH,
          "same-origin",
          PERMISSIONS,
          "camera=(), microphone=(), geolocation=()");

  private final boolean https;

  /**
   * Made by the container.
   *
   * @param https whether browsers reach the server over TLS: then they shall never do without
   */
  SecurityHeaders(@Property(name = "switchboard.https", defaultValue = "false") boolean https) {
    this.https = https;
  }

  @ResponseFilter
  void harden(MutableHttpResponse<?> response) {
    if (https) {
      response.header(TLS_HEADER, "max-age=31536000");
    }
    // A page with needs of its own has set its policy already, and says there who may frame it.
    if (!response.getHeaders().contains(POLICY_HEADER)) {
      response.header(FRAMES_HEADER, "DENY");
    }
    HEADERS.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.header(name, value);
      }
    });
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
