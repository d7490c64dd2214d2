package dev.switchboard.channel.slack.text;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.switchboard.channel.web.turn.ReadableTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of the bot as blocks. */
public final class AnswerBlocks {
  private static final int LONGEST_SECTION = 2_900;
  private static final int MOST_SECTIONS = 3;
  private static final int LONGEST_SOURCE = 200;
  private static final int MOST_SOURCES = 8;

  private AnswerBlocks() {}

  /** An answer of the bot with its sources. */
  public static List<LayoutBlock> of(String words, List<ReadableTurn.Source> sources) {
    var blocks = new ArrayList<LayoutBlock>();
    Cut.pieces(words.isBlank() ? "—" : words, LONGEST_SECTION).stream()
        .limit(MOST_SECTIONS)
        .forEach(piece -> blocks.add(section(part -> part.text(markdownText(piece)))));
    if (!sources.isEmpty()) {
      blocks.add(context(about -> about.elements(List.of(markdownText(named(sources))))));
    }
    return blocks;
  }

  private static String named(List<ReadableTurn.Source> sources) {
    return IntStream.range(0, Math.min(sources.size(), MOST_SOURCES))
        .mapToObj(i -> "[" + (i + 1) + "] " + named(sources.get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String named(ReadableTurn.Source source) {
    var title = Cut.to(Mrkdwn.escaped(source.title()), LONGEST_SOURCE);
    return source.url().isEmpty() ? title : Mrkdwn.link(source.url(), title);
  }
}
