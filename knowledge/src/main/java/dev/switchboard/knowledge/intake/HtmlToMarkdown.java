package dev.switchboard.knowledge.intake;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Turns HTML into Markdown: headings, paragraphs, lists, tables, quotes, code and links stay.
 *
 * <p>It walks down recursively: the caller limits the depth when it parses.
 */
final class HtmlToMarkdown {
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "html",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private HtmlToMarkdown() {}

  static String of(Element root) {
    var document = new Document();
    blocks(root, document);
    return RENDERER.render(document).strip();
  }

  private static void blocks(Element from, Block into) {
    var words = new Words();
    for (Node child : from.childNodes()) {
      if (child instanceof Element element && holdsBlocks(element)) {
        words.moveTo(into, new Paragraph());
        block(element, into);
      } else {
        words.add(child);
      }
    }
    words.moveTo(into, new Paragraph());
  }

  private static boolean holdsBlocks(Element element) {
    return BLOCKS.contains(element.normalName())
        || element.stream().skip(1).anyMatch(inner -> BLOCKS.contains(inner.normalName()));
  }

  private static void block(Element element, Block into) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, into);
      case "ul" -> list(element, bullets(), into);
      case "ol" -> list(element, numbers(), into);
      case "blockquote" -> blocksInside(element, new BlockQuote(), into);
      case "pre" -> code(element, into);
      case "table" -> table(element, into);
      default -> blocks(element, into);
    }
  }

  private static void heading(Element element, Block into) {
    var heading = new Heading();
    heading.setLevel(element.normalName().charAt(1) - '0');
    var words = new Words();
    words.addPlain(element.text());
    words.moveTo(into, heading);
  }

  private static ListBlock bullets() {
    var list = new BulletList();
    list.setMarker("-");
    list.setTight(true);
    return list;
  }

  private static ListBlock numbers() {
    var list = new OrderedList();
    list.setMarkerStartNumber(1);
    list.setMarkerDelimiter(".");
    list.setTight(true);
    return list;
  }

  private static void list(Element element, ListBlock list, Block into) {
    for (Element item : element.children()) {
      blocksInside(item, new ListItem(), list);
    }
    appendUnlessEmpty(list, into);
  }

  private static void blocksInside(Element element, Block block, Block into) {
    blocks(element, block);
    appendUnlessEmpty(block, into);
  }

  private static void code(Element element, Block into) {
    String text = element.wholeText().stripTrailing();
    if (!text.isBlank()) {
      var code = new IndentedCodeBlock();
      code.setLiteral(text + "\n");
      into.appendChild(code);
    }
  }

  private static void table(Element element, Block into) {
    if (HtmlTable.isGrid(element)) {
      into.appendChild(HtmlTable.of(element));
    } else {
      blocks(element, into);
    }
  }

  private static void appendUnlessEmpty(Block block, Block into) {
    if (block.getFirstChild() != null) {
      into.appendChild(block);
    }
  }
}
