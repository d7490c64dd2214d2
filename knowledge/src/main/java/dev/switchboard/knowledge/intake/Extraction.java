package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The program of the child process: writes the text of one document to its standard output as XHTML
 * and ends with an {@link Ending}. It has no network and no secrets, whatever a document makes its
 * parser do.
 */
final class Extraction {
  // About 400 pages. Nobody finds an answer in one article longer than that.
  private static final int MAX_CHARACTERS = 1_000_000;
  private static final float LONGEST_SIDE = 1_568;

  /** How many pages are drawn. */
  static final int MOST_PAGES = 3;

  private static final int LAST_PAGE_LOOKED_AT = 20;
  // Smaller ones are logos, lines and icons.
  private static final int SMALLEST_PICTURE = 200;

  private Extraction() {}

  /** What the document claims to be. */
  enum Kind {
    PDF,
    DOCX,
    /** A PDF of which the first pages are drawn that show what is no text. */
    PAGES
  }

  /** How the child ended, by its exit code. */
  enum Ending {
    DONE(0, ""),
    // 1 and 3 are Java's own codes.
    NOT_RUN(1, "the program that reads documents could not be run"),
    OUT_OF_MEMORY(3, "the document needs more memory than any real one; it was given up"),
    LOCKED(10, "the document is locked with a password; save it without one"),
    DAMAGED(11, "the document is damaged or not what its ending says"),
    TOO_LONG(12, "the document has more than 1 million characters; split it"),
    INFLATES(13, "the document unpacks to far more than it should; it was given up"),
    TOO_SLOW(-1, "the document could not be read within 20 seconds; it was given up");

    private final int code;
    private final String reason;

    Ending(int code, String reason) {
      this.code = code;
      this.reason = reason;
    }

    static Ending of(int code) {
      return Arrays.stream(values()).filter(e -> e.code == code).findFirst().orElse(DAMAGED);
    }

    String reason() {
      return reason;
    }
  }

  public static void main(String[] args) throws IOException {
    closeNetwork();
    System.exit(run(Kind.valueOf(args[0]), Path.of(args[1])).code);
  }

  // Names resolve to nothing already (see DocumentApart); this closes addresses written as numbers.
  @SuppressWarnings("deprecation") // There is no other switch for all sockets of a process.
  private static void closeNetwork() throws IOException {
    URL.setURLStreamHandlerFactory(
        protocol -> Set.of("http", "https", "ftp").contains(protocol) ? new NoNetwork() : null);
    Socket.setSocketImplFactory(() -> {
      throw new IllegalStateException(new SocketException("no network here"));
    });
  }

  private static Ending run(Kind kind, Path file) {
    try {
      if (kind == Kind.DOCX && ZipLimits.exceededBy(file)) {
        return Ending.INFLATES;
      }
      if (kind == Kind.PAGES) {
        draw(file);
      } else {
        write(kind, file);
      }
      return Ending.DONE;
    } catch (EncryptedDocumentException e) {
      return Ending.LOCKED;
    } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError e) {
      return WriteLimitReachedException.isWriteLimitReached(e) ? Ending.TOO_LONG : Ending.DAMAGED;
    }
  }

  /** Where a page is drawn, the first of those that are is 0. */
  static Path page(Path file, int number) {
    return file.resolveSibling("page-%d.png".formatted(number));
  }

  private static void draw(Path file) throws IOException {
    try (var document = Loader.loadPDF(file.toFile())) {
      var renderer = new PDFRenderer(document);
      int last = Math.min(LAST_PAGE_LOOKED_AT, document.getNumberOfPages());
      for (int i = 0, drawn = 0; i < last && drawn < MOST_PAGES; i++) {
        if (showsMoreThanText(document, i)) {
          var box = document.getPage(i).getCropBox();
          // However large a page claims to be.
          float scale = Math.min(2, LONGEST_SIDE / Math.max(box.getWidth(), box.getHeight()));
          var picture = renderer.renderImage(i, scale, ImageType.RGB);
          ImageIO.write(picture, "png", page(file, drawn++).toFile());
        }
      }
    }
  }

  // A scan holds no text, a form that was filled in a picture beside it.
  private static boolean showsMoreThanText(PDDocument document, int page) throws IOException {
    var text = new PDFTextStripper();
    text.setStartPage(page + 1);
    text.setEndPage(page + 1);
    if (text.getText(document).isBlank()) {
      return true;
    }
    var resources = document.getPage(page).getResources();
    for (var name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)
          && resources.getXObject(name) instanceof PDImageXObject picture
          && Math.min(picture.getWidth(), picture.getHeight()) >= SMALLEST_PICTURE) {
        return true;
      }
    }
    return false;
  }

  private static void write(Kind kind, Path file) throws IOException, SAXException, TikaException {
    ContentHandler xhtml = new ToXMLContentHandler(System.out, UTF_8.name());
    try (InputStream in = TikaInputStream.get(file)) {
      parser(kind)
          .parse(in, new WriteOutContentHandler(xhtml, MAX_CHARACTERS), new Metadata(), context());
    }
    System.out.flush();
  }

  private static Parser parser(Kind kind) {
    return switch (kind) {
      case PDF, PAGES -> new PDFParser();
      case DOCX -> new OOXMLParser();
    };
  }

  private static ParseContext context() {
    var context = new ParseContext();
    context.set(PDFParserConfig.class, pdf());
    context.set(OfficeParserConfig.class, office());
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    return context;
  }

  private static PDFParserConfig pdf() {
    var config = new PDFParserConfig();
    config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    config.setExtractInlineImages(false);
    config.setExtractActions(false);
    config.setExtractBookmarksText(false);
    // A tagged PDF says which lines are its headings.
    config.setExtractMarkedContent(true);
    return config;
  }

  private static OfficeParserConfig office() {
    var config = new OfficeParserConfig();
    config.setExtractMacros(false);
    config.setIncludeDeletedContent(false);
    config.setIncludeHeadersAndFooters(false);
    return config;
  }
}
