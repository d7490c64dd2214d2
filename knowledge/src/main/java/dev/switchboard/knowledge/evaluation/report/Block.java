package dev.switchboard.knowledge.evaluation.report;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** A part of the page that further parts are written into; all text is escaped. */
final class Block {

  private final Element element;

  private Block(Element element) {
    this.element = element;
  }

  static Block of(Element element) {
    return new Block(element);
  }

  /** An element within. */
  Block in(String tag, String style) {
    var inner = element.appendElement(tag);
    if (!style.isEmpty()) {
      inner.addClass(style);
    }
    return new Block(inner);
  }

  /** An element that holds text alone. */
  Block text(String tag, String style, String text) {
    in(tag, style).element.text(text);
    return this;
  }

  /** A section under a heading, with a sentence that says how to read it. */
  Block section(String heading, String explanation) {
    return in("section", "").text("h2", "", heading).text("p", "lead", explanation);
  }

  /** A table with a row of column titles, which scrolls where the page is narrow. */
  Block table(String... titles) {
    var table = in("div", "scroll").in("table", "");
    var head = table.in("thead", "").in("tr", "");
    for (var title : titles) {
      head.text("th", "", title);
    }
    return table.in("tbody", "");
  }

  Block attr(String name, String value) {
    element.attr(name, value);
    return this;
  }

  Block attr(String name, double value) {
    return attr(name, String.format(Locale.ROOT, "%.1f", value));
  }

  /** The text, no longer than this. */
  static String shortened(String text, int length) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= length
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, length) - 1)) + "…";
  }

  /** A share, 0 to 1, as a percentage; a dash where there was nothing to take a share of. */
  static String share(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
