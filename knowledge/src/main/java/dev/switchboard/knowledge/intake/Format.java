package dev.switchboard.knowledge.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be read, told by the ending of the name. */
@SuppressWarnings("ImmutableEnumChecker") // Parsers hold no state, and the list is a copy.
enum Format {
  CSV(new CsvFaqs(), "csv"),
  JSONL(new JsonLines(), "jsonl", "ndjson"),
  MARKDOWN(new MarkdownPage(), "md", "markdown"),
  HTML(new HtmlPage(), "html", "htm", "xhtml"),
  TEXT(new PlainText(), "txt", "text"),
  PDF(new DocumentApart(Extraction.Kind.PDF), "pdf"),
  DOCX(new DocumentApart(Extraction.Kind.DOCX), "docx");

  // A text of 10 MB is two thousand pages: more is a data dump, not something people wrote.
  private static final int MAX_TEXT = 10 << 20;
  // Pictures make documents large; their text is limited once it is taken out.
  private static final int MAX_DOCUMENT = 50 << 20;

  private final Parser parser;
  private final List<String> endings;

  Format(Parser parser, String... endings) {
    this.parser = parser;
    this.endings = List.of(endings);
  }

  static Optional<Format> of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.endings.contains(ending)).findFirst();
  }

  /** The largest file that is read, in bytes. */
  int maxBytes() {
    return this == PDF || this == DOCX ? MAX_DOCUMENT : MAX_TEXT;
  }

  Yield parse(Origin origin, byte[] bytes) throws Refused {
    if (bytes.length == 0) {
      throw new Refused("the file is empty");
    }
    return parser.parse(origin, bytes);
  }
}
