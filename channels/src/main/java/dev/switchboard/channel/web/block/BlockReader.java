package dev.switchboard.channel.web.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** Turns parsed block nodes into blocks, never deeper than {@link #DEEPEST}. */
final class BlockReader {

  static final int DEEPEST = 10;

  private final InlineReader inlines;

  BlockReader(InlineReader inlines) {
    this.inlines = inlines;
  }

  List<Block> read(Node document) {
    return children(document, 0);
  }

  private List<Block> children(Node parent, int depth) {
    return nodes(parent).flatMap(node -> block(node, depth)).toList();
  }

  private Stream<Block> block(Node node, int depth) {
    if (depth == DEEPEST) {
      return paragraph(Words.of(node));
    }
    return switch (node) {
      case Heading heading ->
          Stream.of(new Block.Heading(heading.getLevel(), inlines.children(heading)));
      case BulletList list -> Stream.of(new Block.Items(false, 1, items(list, depth)));
      case OrderedList list -> Stream.of(new Block.Items(true, start(list), items(list, depth)));
      case BlockQuote quote -> Stream.of(new Block.Quote(children(quote, depth + 1)));
      case FencedCodeBlock code ->
          Stream.of(new Block.Code(language(code), code.getLiteral().stripTrailing()));
      case IndentedCodeBlock code ->
          Stream.of(new Block.Code("", code.getLiteral().stripTrailing()));
      case TableBlock table -> Stream.of(table(table));
      case ThematicBreak _ -> Stream.of(new Block.Rule());
      case HtmlBlock html -> paragraph(Words.markup(html.getLiteral()));
      case LinkReferenceDefinition _ -> Stream.of();
      default -> paragraph(inlines.children(node));
    };
  }

  private static Stream<Block> paragraph(String words) {
    return words.isBlank() ? Stream.of() : paragraph(List.of(new Inline.Text(words.strip())));
  }

  private static Stream<Block> paragraph(List<Inline> content) {
    return content.isEmpty() ? Stream.of() : Stream.of(new Block.Paragraph(content));
  }

  private List<List<Block>> items(Node list, int depth) {
    return nodes(list).map(item -> children(item, depth + 1)).toList();
  }

  private static int start(OrderedList list) {
    return Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
  }

  private static String language(FencedCodeBlock code) {
    var info = Objects.requireNonNullElse(code.getInfo(), "").strip();
    return info.split("\\s", 2)[0];
  }

  private Block.Table table(TableBlock table) {
    var rows =
        nodes(table)
            .flatMap(BlockReader::nodes)
            .filter(TableRow.class::isInstance)
            .map(row -> nodes(row).map(inlines::children).toList())
            .toList();
    return new Block.Table(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static Stream<Node> nodes(Node parent) {
    var nodes = new ArrayList<Node>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      nodes.add(node);
    }
    return nodes.stream();
  }
}
