package dev.switchboard.knowledge.evaluation.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.knowledge.evaluation.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/** The findings as one HTML page that needs nothing beside itself. */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param findings what it shows
   * @param name what was measured, for the heading: the names of the knowledge and of the questions
   */
  public static String of(Findings findings, String name) {
    var page = Document.createShell("");
    page.outputSettings().prettyPrint(false);
    page.expectFirst("html").attr("lang", "en");
    head(page, name);
    var body = Block.of(page.body());
    Headlines.write(body, findings, name);
    Charts.write(body, findings);
    Mistakes.write(body, findings);
    Confusions.write(body, findings);
    Overreach.write(body, findings);
    Speed.write(body, findings);
    return "<!doctype html>\n" + page.outerHtml() + "\n";
  }

  private static void head(Document page, String name) {
    var head = page.head();
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    // Even a hole in the escaping would load and run nothing.
    head.appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", "default-src 'none'; style-src 'unsafe-inline'");
    head.appendElement("title").text("How good is the bot? " + name);
    head.appendElement("style").appendChild(new DataNode(style()));
  }

  private static String style() {
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
