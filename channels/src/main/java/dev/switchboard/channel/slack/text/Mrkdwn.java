package dev.switchboard.channel.slack.text;

import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.Inline;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text in Slack's own markup.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting text</a>
 */
public final class Mrkdwn {
  private Mrkdwn() {}

  /** The words such that they cannot mention anybody, link anywhere or hide anything. */
  public static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The words as a quote of at most so many characters. */
  public static String quoted(String words, int longest) {
    var quote = escaped(words).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    return Cut.to(quote, longest);
  }

  /** A time as everybody reads it in their own zone. */
  public static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>".formatted(at.getEpochSecond(), at);
  }

  /** The blocks, which hold no markup of anybody but us. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(Mrkdwn::of).collect(Collectors.joining("\n\n")).strip();
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> line(content);
      case Block.Heading(_, var content) -> "*" + line(content) + "*";
      case Block.Items items -> items(items);
      case Block.Code(_, var text) -> "```\n" + fenced(text) + "\n```";
      case Block.Quote(var blocks) ->
          of(blocks).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
      case Block.Table(var head, var rows) ->
          rows.stream().map(row -> row(head, row)).collect(Collectors.joining("\n"));
      case Block.Rule _ -> "———";
    };
  }

  private static String items(Block.Items items) {
    return IntStream.range(0, items.items().size())
        .mapToObj(i -> {
          var mark = items.ordered() ? items.start() + i + ". " : "• ";
          return mark + of(items.items().get(i)).replace("\n\n", "\n").replace("\n", "\n    ");
        })
        .collect(Collectors.joining("\n"));
  }

  private static String row(List<List<Inline>> head, List<List<Inline>> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> (i < head.size() ? line(head.get(i)) + ": " : "") + line(cells.get(i)))
        .collect(Collectors.joining(", ", "• ", ""));
  }

  private static String line(List<Inline> content) {
    return content.stream().map(Mrkdwn::of).collect(Collectors.joining());
  }

  private static String of(Inline inline) {
    return switch (inline) {
      case Inline.Text(var text) -> escaped(text);
      case Inline.Emphasis(var content) -> "_" + line(content) + "_";
      case Inline.Strong(var content) -> "*" + line(content) + "*";
      case Inline.Code(var text) -> "`" + escaped(text).replace('`', '\'') + "`";
      case Inline.Link(var url, var content) -> link(url, line(content));
      case Inline.Mark(var number) -> "[" + number + "]";
      case Inline.Break _ -> "\n";
    };
  }

  /** A link under those words, which are markup already. */
  public static String link(String url, String words) {
    var address = escaped(url).replace("|", "%7C");
    var label = words.replace("|", "¦").replace("\n", " ");
    return label.isBlank() ? "<" + address + ">" : "<" + address + "|" + label + ">";
  }

  private static String fenced(String text) {
    return escaped(text).replace("```", "'''");
  }
}
