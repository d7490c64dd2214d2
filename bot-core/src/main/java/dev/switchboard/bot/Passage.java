package dev.switchboard.bot;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of an article that can be shown as proof.
 *
 * @param articleId the article it was cut from
 * @param version the article's version it was cut from, from 1; 0 for an article that was never
 *     stored
 * @param kind what kind of article it was cut from
 * @param title the FAQ's question or the document's title
 * @param headings the headings above the passage, outermost first, without the title
 * @param text the passage as it stands in the article, Markdown
 * @param url where a customer can read the whole article, empty when nowhere
 */
public record Passage(
    String articleId,
    int version,
    Kind kind,
    String title,
    List<String> headings,
    String text,
    String url) {

  /** What a passage was cut from. */
  public enum Kind {
    FAQ,
    DOCUMENT,
    /** It was cut from nothing: a tool of the team said it. */
    TOOL
  }

  public Passage {
    headings = List.copyOf(headings);
  }

  /** A line that names where it stands, with the way there where there is one, Markdown. */
  public String reference() {
    var path = headings.stream().collect(Collectors.joining(" › ", title + " › ", ""));
    var name = escape(headings.isEmpty() ? title : path);
    return url.isEmpty() ? "— " + name : "— [" + name + "](" + url + ")";
  }

  /** Plain text as Markdown. */
  public static String escape(String text) {
    return text.replaceAll("([\\[\\]()*_`<>\\\\])", "\\\\$1");
  }
}
