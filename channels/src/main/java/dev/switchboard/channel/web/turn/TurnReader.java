package dev.switchboard.channel.web.turn;

import dev.switchboard.bot.conversation.ShownPart;
import dev.switchboard.bot.conversation.ShownParts;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.Blocks;
import dev.switchboard.channel.web.block.Inline;
import dev.switchboard.channel.web.block.Links;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes stored turns ready to be shown. */
@Singleton
public final class TurnReader {
  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,3})]");

  private final ShownParts parts;

  TurnReader(ShownParts parts) {
    this.parts = parts;
  }

  /** The turn: from the bot Markdown, from people as they wrote it. */
  public ReadableTurn read(Turn turn) {
    return switch (turn.author()) {
      case BOT, SUGGESTION -> read(parts.of(turn));
      case CUSTOMER, AGENT, NOTE -> new ReadableTurn(plain(turn.text()), List.of(), List.of());
    };
  }

  /** A reply of the bot that may never become a turn. */
  public ReadableTurn read(List<ShownPart> reply) {
    return new ReadableTurn(
        blocks(reply),
        reply.stream().flatMap(part -> part.sources().stream()).map(TurnReader::source).toList(),
        reply.stream().flatMap(part -> part.choices().stream()).toList());
  }

  /** Where an answer stands. */
  public static ReadableTurn.Source source(ShownPart.Source source) {
    return new ReadableTurn.Source(
        source.title(),
        source.headings(),
        Links.safe(source.url()),
        source.quote(),
        Blocks.of(source.quote(), 0));
  }

  /** Each part refers to its own sources from 1 on; together they are counted through. */
  private static List<Block> blocks(List<ShownPart> parts) {
    var blocks = new ArrayList<Block>();
    int before = 0;
    for (var part : parts) {
      int through = before + part.sources().size();
      blocks.addAll(Blocks.of(counted(part, before), through));
      before = through;
    }
    return blocks;
  }

  private static String counted(ShownPart part, int before) {
    return before == 0
        ? part.text()
        : MARK.matcher(part.text()).replaceAll(mark -> counted(mark, part, before));
  }

  private static String counted(MatchResult mark, ShownPart part, int before) {
    int number = Integer.parseInt(mark.group(1));
    return number >= 1 && number <= part.sources().size()
        ? "[" + (before + number) + "]"
        : mark.group();
  }

  private static List<Block> plain(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> (Block) new Block.Paragraph(List.of(new Inline.Text(line))))
        .toList();
  }
}
