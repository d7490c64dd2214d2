package dev.switchboard.knowledge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;

/** A Markdown document, with front matter or without. */
final class MarkdownPage implements Parser {
  private static final org.commonmark.parser.Parser FRONT_MATTER =
      org.commonmark.parser.Parser.builder()
          .extensions(List.of(YamlFrontMatterExtension.create()))
          .build();
  private static final org.commonmark.parser.Parser MARKDOWN =
      org.commonmark.parser.Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          // Deeper nesting is an attack on the stack, not a document.
          .maxOpenBlockParsers(100)
          .build();
  private static final Pattern FENCE = Pattern.compile("(-{3}|\\.{3})\\s*");
  // Lines that may stand in a front matter: a key, a list entry, a comment, nothing, or more of
  // them.
  private static final Pattern ENTRY = Pattern.compile("[\\w.-]+\\s*:.*|-\\s.*|#.*|\\s.*|");

  @Override
  public Yield parse(Origin origin, byte[] bytes) throws Refused {
    String text = Utf8.text(bytes);
    String front = frontMatter(text);
    String body = text.substring(front.length());
    Node document = MARKDOWN.parse(body);
    Map<String, String> fields = fields(front);
    String visible = withoutComments(document, body).strip();
    if (visible.isEmpty()) {
      throw new Refused("the file holds no text");
    }
    return new Entry(origin, 0, fields).document(title(origin, fields, document), visible);
  }

  private static String frontMatter(String text) throws Refused {
    List<String> lines = text.lines().toList();
    if (!lines.getFirst().strip().equals("---")) {
      return "";
    }
    for (int i = 1; i < lines.size(); i++) {
      if (FENCE.matcher(lines.get(i)).matches()) {
        return upToLine(text, i + 1);
      }
      if (!ENTRY.matcher(lines.get(i)).matches()) {
        throw new Refused(
            i + 1,
            "this line of the front matter is neither \"key: value\" nor an entry of a list");
      }
    }
    throw new Refused(1, "the front matter opens with --- and is never closed by another ---");
  }

  private static String upToLine(String text, int lines) {
    int end = 0;
    for (int i = 0; i < lines; i++) {
      int next = text.indexOf('\n', end);
      end = next < 0 ? text.length() : next + 1;
    }
    return text.substring(0, end);
  }

  private static Map<String, String> fields(String front) {
    var visitor = new YamlFrontMatterVisitor();
    FRONT_MATTER.parse(front).accept(visitor);
    var fields = new HashMap<String, String>();
    visitor
        .getData()
        .forEach((key, values) ->
            fields.put(
                key, values.stream().map(MarkdownPage::plain).collect(Collectors.joining("\n"))));
    return fields;
  }

  // A list in one line and quoted parts of it reach us as written: [shipping, "returns"].
  private static String plain(String value) {
    String list = value.strip();
    return list.startsWith("[") && list.endsWith("]")
        ? list.substring(1, list.length() - 1).replaceAll("[\"']", "")
        : list;
  }

  private static String title(Origin origin, Map<String, String> fields, Node document) {
    String given = fields.getOrDefault("title", "").strip();
    return given.isEmpty() ? heading(document).orElse(origin.name()) : given;
  }

  private static Optional<String> heading(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && !text(heading).isEmpty()) {
        return Optional.of(text(heading));
      }
    }
    return Optional.empty();
  }

  private static String text(Heading heading) {
    var text = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString().strip();
  }

  // What the author wrote for colleagues is not for customers.
  private static String withoutComments(Node document, String body) {
    var comments = new ArrayList<SourceSpan>();
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html && isComment(html.getLiteral().strip())) {
        comments.addAll(html.getSourceSpans());
      }
    }
    var visible = new StringBuilder(body);
    for (SourceSpan span : comments.reversed()) {
      visible.delete(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
    return visible.toString();
  }

  private static boolean isComment(String html) {
    return html.startsWith("<!--") && html.indexOf("-->") == html.length() - 3;
  }
}
