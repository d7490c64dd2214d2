package dev.switchboard.knowledge.intake;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The part of a web page that its readers came for. */
final class VisibleContent {
  private static final String NOT_TEXT =
      "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, head,"
          + " nav, footer, button, input, select, textarea, dialog, [hidden], [aria-hidden=true],"
          + " [role=navigation]";
  private static final Pattern HIDDEN =
      Pattern.compile(
          "display:none|visibility:hidden|opacity:0(;|$)"
              + "|font-size:0(px|em|;|$)|text-indent:-\\d{3,}");

  private VisibleContent() {}

  /** Takes what is not visible out of the page and gives the main part of the rest. */
  static Element of(Document page) {
    page.select(NOT_TEXT).remove();
    page.select("[style]").stream().filter(VisibleContent::isHidden).forEach(Element::remove);
    Element main = page.selectFirst("main, [role=main]");
    return main == null || main.text().isBlank() ? page.body() : main;
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return HIDDEN.matcher(style).find();
  }
}
