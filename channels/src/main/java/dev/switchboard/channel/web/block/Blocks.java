package dev.switchboard.channel.web.block;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** Reads Markdown into blocks. */
public final class Blocks {

  // Deeper nesting is noise or an attack; what lies below is kept as plain words.
  private static final int OPEN_BLOCKS = 32;

  // The parser calls itself once for each emphasis within an emphasis, until the stack is full, and
  // looks for the end of a tag from each angle bracket on. A text with so many of them is no prose
  // and is shown as it is written.
  private static final String OPENINGS = "*_[<";
  private static final int MOST_OPENINGS = 2_000;

  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(OPEN_BLOCKS)
          .build();

  private Blocks() {}

  /**
   * Reads a text.
   *
   * <p>Markup is shown as the words it is written with, an image as its description, and a link
   * that leads elsewhere than to a web page or a mail address as its words.
   *
   * @param markdown any text; none is refused
   * @param citations how many citations the text has: {@code [1]} to {@code [citations]} in it
   *     become {@link Inline.Mark}s
   * @return the blocks in their order, empty for a blank text
   */
  public static List<Block> of(String markdown, int citations) {
    return openings(markdown) > MOST_OPENINGS
        ? plain(markdown)
        : new BlockReader(new InlineReader(citations)).read(PARSER.parse(markdown));
  }

  private static long openings(String markdown) {
    return markdown.chars().filter(c -> OPENINGS.indexOf(c) >= 0).count();
  }

  private static List<Block> plain(String text) {
    return PARAGRAPHS
        .splitAsStream(text.strip())
        .map(words -> (Block) new Block.Paragraph(List.of(new Inline.Text(words))))
        .toList();
  }
}
