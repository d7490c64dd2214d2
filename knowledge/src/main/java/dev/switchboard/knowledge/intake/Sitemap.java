package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A sitemap, or an index of sitemaps.
 *
 * @param isIndex whether the addresses are those of further sitemaps
 * @param addresses in their order, each once
 */
record Sitemap(boolean isIndex, List<URI> addresses) {

  /** The page as a sitemap, empty when it is something else. */
  static Optional<Sitemap> of(Fetched.Page page) {
    if (!page.type().endsWith("/xml")) {
      return Optional.empty();
    }
    // jsoup knows no entities and no DTD, so there is nothing in the file it could be sent to.
    Document xml =
        Jsoup.parse(
            new String(page.bytes(), UTF_8),
            "",
            org.jsoup.parser.Parser.xmlParser().setMaxDepth(20));
    boolean isIndex = xml.selectFirst("sitemapindex") != null;
    List<URI> addresses =
        xml.select("url > loc, sitemap > loc").eachText().stream()
            .flatMap(Sitemap::address)
            .distinct()
            .toList();
    return isIndex || xml.selectFirst("urlset") != null
        ? Optional.of(new Sitemap(isIndex, addresses))
        : Optional.empty();
  }

  private static Stream<URI> address(String text) {
    try {
      return Stream.of(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
