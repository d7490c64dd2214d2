package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A web page: what a reader sees of it, as a Markdown document. */
final class HtmlPage implements Parser {
  // Deeper elements are flattened: no page is meant that way, and the stack is not endless.
  private static final int MAX_DEPTH = 200;

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    Document page = page(origin, bytes);
    String title = title(origin, page);
    Element content = VisibleContent.of(page);
    return new Entry(origin, 0, Map.of("locale", language(page)))
        .document(title, markdown(content));
  }

  private static String markdown(Element content) throws Refused {
    String markdown = HtmlToMarkdown.of(content);
    if (markdown.isBlank()) {
      throw new Refused("the page holds no text; a page that scripts draw cannot be read");
    }
    return markdown;
  }

  private static Document page(Origin origin, byte[] bytes) throws Refused {
    try {
      var parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(MAX_DEPTH);
      Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, origin.url(), parser);
      if (page.charset().equals(UTF_8)) {
        Utf8.text(bytes);
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(Origin origin, Document page) {
    return Stream.of(text(page.selectFirst("h1")), page.title().strip(), origin.name())
        .filter(not(String::isEmpty))
        .findFirst()
        .orElseThrow();
  }

  private static String text(@Nullable Element heading) {
    return heading == null ? "" : heading.text().strip();
  }

  // A wrong language in a page's head is common and no reason to refuse the page.
  private static String language(Document page) {
    return Optional.ofNullable(page.selectFirst("html[lang]"))
        .map(html -> html.attr("lang").strip())
        .filter(lang -> lang.matches("[a-zA-Z]{2}(-[a-zA-Z]{2})?"))
        .orElse("");
  }
}
