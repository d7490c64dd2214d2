package dev.switchboard.channel.web;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites that may show the widget: this server's own pages, always, and those of {@code
 * switchboard.widget.origins}, a list of origins such as {@code https://shop.example} or {@code
 * https://*.shop.example}.
 */
@Singleton
final class FrameAncestors {

  // Nothing that could end the directive and begin another.
  private static final Pattern ORIGIN =
      Pattern.compile("self|https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

  private final String sources;

  /**
   * Reads the origins.
   *
   * @throws IllegalArgumentException for one that is none, so that the server does not start
   */
  FrameAncestors(
      @Property(name = "switchboard.widget.origins", defaultValue = "self") List<String> origins) {
    sources =
        Stream.concat(Stream.of("self"), origins.stream().map(String::strip))
            .filter(origin -> !origin.isEmpty())
            .map(FrameAncestors::source)
            .distinct()
            .collect(Collectors.joining(" "));
  }

  /** The value of the directive {@code frame-ancestors}. */
  String sources() {
    return sources;
  }

  private static String source(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "switchboard.widget.origins: '"
              + origin
              + "' is no origin. Write it like https://shop.example, without a path, or self.");
    }
    return origin.equals("self") ? "'self'" : origin;
  }
}
