package dev.switchboard.channel.web.block;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Blocks as plain words, for those who go on writing with them. */
public final class PlainText {
  // Stands for a mark until it is known what is around it.
  private static final String MARK = "\0";

  private PlainText() {}

  /** The words; marks of citations are left out, and a link is followed by its address. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n\n")).strip();
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> line(content);
      case Block.Heading(_, var content) -> line(content);
      case Block.Items items -> items(items);
      case Block.Code(_, var text) -> text.stripTrailing();
      case Block.Quote(var blocks) -> of(blocks);
      case Block.Table(var head, var rows) ->
          rows.stream().map(row -> row(head, row)).collect(Collectors.joining("\n"));
      case Block.Rule _ -> "";
    };
  }

  private static String items(Block.Items items) {
    return IntStream.range(0, items.items().size())
        .mapToObj(i -> {
          var mark = items.ordered() ? items.start() + i + ". " : "- ";
          return mark + of(items.items().get(i)).replace("\n\n", "\n").replace("\n", "\n  ");
        })
        .collect(Collectors.joining("\n"));
  }

  private static String row(List<List<Inline>> head, List<List<Inline>> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> (i < head.size() ? line(head.get(i)) + ": " : "") + line(cells.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String line(List<Inline> content) {
    return words(content).replace(" " + MARK, "").replace(MARK, "").strip();
  }

  private static String of(Inline inline) {
    return switch (inline) {
      case Inline.Text(var text) -> text;
      case Inline.Emphasis(var content) -> words(content);
      case Inline.Strong(var content) -> words(content);
      case Inline.Code(var text) -> text;
      case Inline.Link(var url, var content) -> link(url, words(content));
      case Inline.Mark _ -> MARK;
      case Inline.Break _ -> "\n";
    };
  }

  private static String words(List<Inline> content) {
    return content.stream().map(PlainText::of).collect(Collectors.joining());
  }

  private static String link(String url, String words) {
    return words.isBlank() || words.equals(url) ? url : words + " (" + url + ")";
  }
}
