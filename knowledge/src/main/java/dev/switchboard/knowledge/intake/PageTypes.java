package dev.switchboard.knowledge.intake;

import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** Which content types are read, and as what. */
final class PageTypes {
  private static final Map<String, Format> FORMATS =
      Map.of(
          "text/html", Format.HTML,
          "application/xhtml+xml", Format.HTML,
          "text/plain", Format.TEXT,
          "text/markdown", Format.MARKDOWN,
          "text/csv", Format.CSV,
          "application/jsonl", Format.JSONL,
          "application/x-ndjson", Format.JSONL,
          "application/pdf", Format.PDF,
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Format.DOCX);
  private static final Set<String> SITEMAPS = Set.of("application/xml", "text/xml");

  private PageTypes() {}

  /** The type of the answer, when it is one we read. */
  static ContentType checked(HttpEntity entity) throws Refused {
    if (entity.getContentEncoding() != null
        && !entity.getContentEncoding().equalsIgnoreCase("identity")) {
      throw new Refused("the page is compressed although nobody asked for it");
    }
    ContentType type = type(entity);
    String name = type.getMimeType().toLowerCase(Locale.ROOT);
    if (!FORMATS.containsKey(name) && !SITEMAPS.contains(name)) {
      throw new Refused(
          "the page is %s, which is none of HTML, text, Markdown, PDF, DOCX".formatted(name));
    }
    return type;
  }

  private static ContentType type(HttpEntity entity) throws Refused {
    try {
      return Optional.ofNullable(ContentType.parse(entity.getContentType()))
          .orElseThrow(() -> new Refused("the page does not say what type it is"));
    } catch (UnsupportedCharsetException e) {
      throw new Refused("the page says of itself to be something unknown");
    }
  }

  /** How to read it: many servers send Markdown as plain text, so its name counts, too. */
  static Optional<Format> format(Fetched.Page page) {
    Format format = FORMATS.get(page.type());
    return format == Format.TEXT
        ? Format.of(page.address().getPath())
            .filter(PageTypes::isText)
            .or(() -> Optional.of(format))
        : Optional.ofNullable(format);
  }

  private static boolean isText(Format format) {
    return format == Format.MARKDOWN || format == Format.CSV || format == Format.JSONL;
  }
}
