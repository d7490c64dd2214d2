package dev.switchboard.app.cli;

import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.Inline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formatted text, as a terminal shows it. */
final class PlainText {

  private PlainText() {}

  /** The blocks with an empty line between them. */
  static String of(List<Block> blocks) {
    return blocks.stream().map(PlainText::block).collect(Collectors.joining("\n\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> words(content);
      case Block.Heading(_, var content) -> words(content);
      case Block.Items items -> items(items);
      case Block.Code(_, var text) -> text.indent(4).stripTrailing();
      case Block.Quote(var blocks) -> beside("> ", "> ", of(blocks));
      case Block.Table(var head, var rows) ->
          row(head) + rows.stream().map(row -> "\n" + row(row)).collect(Collectors.joining());
      case Block.Rule() -> "----";
    };
  }

  private static String items(Block.Items list) {
    return IntStream.range(0, list.items().size())
        .mapToObj(i -> item(list.ordered() ? list.start() + i + ". " : "- ", list.items().get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String item(String mark, List<Block> blocks) {
    return beside(mark, " ".repeat(mark.length()), of(blocks));
  }

  private static String beside(String first, String rest, String text) {
    return first + text.replace("\n", "\n" + rest);
  }

  private static String row(List<List<Inline>> cells) {
    return cells.stream().map(PlainText::words).collect(Collectors.joining(" | "));
  }

  private static String words(List<Inline> content) {
    return content.stream().map(PlainText::word).collect(Collectors.joining());
  }

  private static String word(Inline inline) {
    return switch (inline) {
      case Inline.Text(var text) -> text;
      case Inline.Emphasis(var content) -> words(content);
      case Inline.Strong(var content) -> words(content);
      case Inline.Code(var text) -> text;
      case Inline.Link(var url, var content) -> link(words(content), url);
      case Inline.Mark(var number) -> "[" + number + "]";
      case Inline.Break() -> "\n";
    };
  }

  private static String link(String words, String url) {
    return words.equals(url) || ("mailto:" + words).equals(url) ? words : words + " (" + url + ")";
  }
}
