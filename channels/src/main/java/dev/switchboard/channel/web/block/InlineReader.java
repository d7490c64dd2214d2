package dev.switchboard.channel.web.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns parsed inline nodes into inlines, never deeper than {@link #DEEPEST}. */
final class InlineReader {

  static final int DEEPEST = 8;

  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,2})]");

  private final int citations;

  InlineReader(int citations) {
    this.citations = citations;
  }

  /** What stands in the node. */
  List<Inline> children(Node parent) {
    return children(parent, 0);
  }

  private List<Inline> children(Node parent, int depth) {
    var line = new Line();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      add(node, depth, line);
    }
    return line.inlines();
  }

  private void add(Node node, int depth, Line line) {
    if (depth == DEEPEST) {
      line.text(Words.of(node));
      return;
    }
    switch (node) {
      case Text text -> marked(text.getLiteral(), line);
      case Emphasis emphasis -> line.add(new Inline.Emphasis(children(emphasis, depth + 1)));
      case StrongEmphasis strong -> line.add(new Inline.Strong(children(strong, depth + 1)));
      case Code code -> line.add(new Inline.Code(code.getLiteral()));
      case Link link -> link(link, depth, line);
      case HardLineBreak _ -> line.add(new Inline.Break());
      case HtmlInline html -> markup(html.getLiteral(), line);
      default -> line.text(Words.of(node));
    }
  }

  private void marked(String literal, Line line) {
    var matcher = MARK.matcher(literal);
    int from = 0;
    while (matcher.find()) {
      int number = Integer.parseInt(matcher.group(1));
      if (number >= 1 && number <= citations) {
        line.text(literal.substring(from, matcher.start()));
        line.add(new Inline.Mark(number));
        from = matcher.end();
      }
    }
    line.text(literal.substring(from));
  }

  private void link(Link link, int depth, Line line) {
    var content = children(link, depth + 1);
    var url = Links.safe(link.getDestination());
    if (url.isEmpty()) {
      content.forEach(line::add);
    } else {
      line.add(new Inline.Link(url, content));
    }
  }

  private static void markup(String literal, Line line) {
    if (Words.breaksTheLine(literal)) {
      line.add(new Inline.Break());
    } else {
      line.text(Words.markup(literal));
    }
  }

  /** Inlines in the making: words that follow each other are one text. */
  private static final class Line {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    void text(String text) {
      words.append(text);
    }

    void add(Inline inline) {
      if (inline instanceof Inline.Text(var text)) {
        text(text);
      } else {
        endText();
        inlines.add(inline);
      }
    }

    List<Inline> inlines() {
      endText();
      return List.copyOf(inlines);
    }

    private void endText() {
      if (!words.isEmpty()) {
        inlines.add(new Inline.Text(words.toString()));
        words.setLength(0);
      }
    }
  }
}
