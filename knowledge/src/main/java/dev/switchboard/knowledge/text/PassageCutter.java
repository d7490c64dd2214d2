package dev.switchboard.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Cuts Markdown into passages that an embedding model reads whole: at headings first, then between
 * paragraphs, then between sentences, at last between words. Every passage stands in the article
 * letter for letter.
 */
public final class PassageCutter {

  /** A longer title would leave no room for the passage itself. */
  private static final int LONGEST_TITLE = 160;

  private final Parser parser =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();
  private final TextContentRenderer plain = TextContentRenderer.builder().build();
  private final ToIntFunction<String> tokens;
  private final int limit;

  /**
   * @param tokens counts the tokens of a text
   * @param limit most tokens of a passage together with the title and headings it is embedded with
   */
  public PassageCutter(ToIntFunction<String> tokens, int limit) {
    this.tokens = tokens;
    this.limit = limit;
  }

  /** The passages of a text, in their order. */
  public List<Piece> cut(String title, String markdown, Locale locale) {
    var pieces = new ArrayList<Piece>();
    var path = new Path(title);
    var open = new StringBuilder();
    for (var block = parser.parse(markdown).getFirstChild();
        block != null;
        block = block.getNext()) {
      if (block instanceof Heading heading) {
        close(open, path, pieces);
        path.enter(heading.getLevel(), plain.render(heading).strip());
      } else {
        add(source(block, markdown), open, path, pieces, locale);
      }
    }
    close(open, path, pieces);
    return pieces;
  }

  /** What a passage is embedded and searched with: the title and headings above it, and itself. */
  public static String inContext(String title, Piece piece) {
    var context = new StringBuilder(shortened(title));
    for (var heading : piece.headings()) {
      context.append(" > ").append(heading);
    }
    return context.append('\n').append(piece.text()).toString();
  }

  private static String shortened(String title) {
    return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
  }

  private void add(String block, StringBuilder open, Path path, List<Piece> pieces, Locale locale) {
    int room = path.room(tokens, limit);
    var joined = open.isEmpty() ? block : open + "\n\n" + block;
    if (fits(joined, room)) {
      open.setLength(0);
      open.append(joined);
    } else {
      close(open, path, pieces);
      if (fits(block, room)) {
        open.append(block);
      } else {
        pieces.addAll(split(block, room, path, locale));
      }
    }
  }

  /**
   * Cuts a block that is too long between lines and sentences, keeping as much together as fits.
   */
  private List<Piece> split(String block, int room, Path path, Locale locale) {
    var pieces = new ArrayList<Piece>();
    int start = 0;
    int end = 0;
    for (var unit : units(block, room, locale)) {
      int from = block.indexOf(unit, end);
      if (end > start && !fits(block.substring(start, from + unit.length()), room)) {
        pieces.add(new Piece(path.headings(), block.substring(start, end)));
        start = from;
      }
      end = from + unit.length();
    }
    if (end > start) {
      pieces.add(new Piece(path.headings(), block.substring(start, end)));
    }
    return pieces;
  }

  private List<String> units(String block, int room, Locale locale) {
    var units = new ArrayList<String>();
    for (var sentence : Sentences.of(block, locale)) {
      if (fits(sentence, room)) {
        units.add(sentence);
      } else {
        units.addAll(words(sentence, room));
      }
    }
    return units;
  }

  private List<String> words(String sentence, int room) {
    var words = new ArrayList<String>();
    for (var word : sentence.split("\\s+")) {
      // A word of one piece can still be longer than a passage: each character may be a token.
      for (int i = 0; i < word.length(); i += room) {
        words.add(word.substring(i, Math.min(word.length(), i + room)));
      }
    }
    return words;
  }

  private boolean fits(String text, int room) {
    // A token has at least one character, so a short text needs no counting; a long one must not be
    // counted, as a token is rarely longer than 20.
    return text.length() <= room || (text.length() <= room * 20 && tokens.applyAsInt(text) <= room);
  }

  private static void close(StringBuilder open, Path path, List<Piece> pieces) {
    if (!open.toString().isBlank()) {
      pieces.add(new Piece(path.headings(), open.toString()));
    }
    open.setLength(0);
  }

  private static String source(Node block, String markdown) {
    var spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      return "";
    }
    var last = spans.getLast();
    return markdown.substring(
        spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
  }
}
