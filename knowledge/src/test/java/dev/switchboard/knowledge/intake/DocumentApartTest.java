package dev.switchboard.knowledge.intake;

import static dev.switchboard.knowledge.intake.Folder.onlyProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

class DocumentApartTest {
  private static final String TYPES =
      """
      <?xml version="1.0"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels"
       ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/word/document.xml" ContentType=
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """;
  private static final String RELATIONS =
      """
      <?xml version="1.0"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Target="word/document.xml" Type=
       "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
      </Relationships>
      """;
  private static final String WORD =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
          + "<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>";

  @TempDir Path temp;
  Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temp);
  }

  @Test
  void readsThePagesOfAPdf() throws IOException {
    Harvest harvest = folder.read("terms.pdf", pdf(null, "You may return it.", "Within 30 days."));

    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.articles().getFirst().id()).isEqualTo("terms");
    assertThat(harvest.articles().getFirst().content().body())
        .contains("You may return it.", "Within 30 days.");
  }

  @Test
  void readsADocxWithItsHeadings() throws IOException {
    Harvest harvest = folder.read("guide.docx", docx());

    assertThat(harvest.problems()).isEmpty();
    assertThat(harvest.articles().getFirst().content().title()).isEqualTo("Shipping");
    assertThat(harvest.articles().getFirst().content().body())
        .isEqualTo("# Shipping\n\nWe ship on weekdays.");
  }

  @Test
  void refusesAPdfLockedWithAPassword() throws IOException {
    assertThat(onlyProblem(folder.read("a.pdf", pdf("secret", "Hello"))).reason())
        .contains("locked with a password");
  }

  @Test
  void refusesDamagedDocuments() throws IOException {
    assertThat(onlyProblem(folder.read("a.pdf", "%PDF-1.7\nnonsense")).reason())
        .contains("damaged");
    byte[] half = Arrays.copyOf(docx(), 700);
    assertThat(onlyProblem(folder.read("a.docx", half)).reason()).contains("damaged");
  }

  @Test
  void refusesAPdfWithoutText() throws IOException {
    assertThat(onlyProblem(folder.read("scan.pdf", pdf(null))).reason())
        .contains("the document holds no text");
  }

  @Test
  void refusesADocumentOfMoreThanAMillionCharacters() throws IOException {
    String numbers =
        IntStream.range(0, 150_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    byte[] docx = zip("word/document.xml", WORD.formatted(numbers + numbers).getBytes(UTF_8));

    assertThat(onlyProblem(folder.read("a.docx", docx)).reason())
        .contains("more than 1 million characters");
  }

  @Test
  void refusesZipBombsByWhatComesOutOfThem() throws IOException {
    byte[] bomb = zip("word/media/a.bin", new byte[101 << 20]);

    assertThat(onlyProblem(folder.read("a.docx", bomb)).reason()).contains("unpacks to far more");
  }

  @Test
  void refusesArchivesOfThousandsOfFiles() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 2_000; i++) {
        zip.putNextEntry(new ZipEntry("word/" + i));
      }
    }

    assertThat(onlyProblem(folder.read("a.docx", bytes.toByteArray())).reason())
        .contains("unpacks to far more");
  }

  @Test
  void neverFollowsAnExternalEntity() throws IOException {
    var asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    try {
      Path secret = folder.write("secret.bin", "the-secret");
      String entities =
          """
          <!DOCTYPE x [<!ENTITY file SYSTEM "%s">
          <!ENTITY web SYSTEM "http://127.0.0.1:%d/x">]>
          """
              .formatted(secret.toUri(), server.getAddress().getPort());
      byte[] docx =
          zip("word/document.xml", (entities + WORD.formatted("&file;&web;")).getBytes(UTF_8));

      Harvest harvest = folder.read("a.docx", docx);

      assertThat(harvest.articles().toString()).doesNotContain("the-secret");
      assertThat(onlyProblem(harvest).reason()).contains("damaged");
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void givesUpAPdfThatEatsMemory() throws IOException {
    byte[] bytes = pdf(null, "(abcdefgh) Tj\n".repeat(2_000_000));

    // Whichever limit it meets first; five seconds of it are enough for a test.
    var parser = new DocumentApart(Extraction.Kind.PDF, Duration.ofSeconds(5));
    assertThatThrownBy(() -> parser.parse(new Origin("a", "a", ""), bytes))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("it was given up");
  }

  @Test
  void killsTheProcessThatTakesTooLong() {
    var impatient = new DocumentApart(Extraction.Kind.PDF, Duration.ofMillis(1));

    assertThatThrownBy(() -> impatient.parse(new Origin("a", "a", ""), pdf(null, "Hello")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("could not be read within 20 seconds");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void leavesNothingBehind() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    var before = rooms(parent);

    folder.read("a.pdf", pdf(null, "Hello"));
    folder.read("b.pdf", "%PDF-1.7\nnonsense");

    // Other tests have rooms there as well, for a moment each.
    await().atMost(Duration.ofSeconds(30)).until(() -> before.containsAll(rooms(parent)));
  }

  private static Set<Path> rooms(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(path -> path.getFileName().toString().startsWith("switchboard-"))
          .collect(Collectors.toSet());
    }
  }

  private static byte[] pdf(@Nullable String password, String... pages) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      for (String text : pages) {
        addPage(document, text);
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void addPage(PDDocument document, String text) throws IOException {
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.newLineAtOffset(72, 700);
      if (text.endsWith("Tj\n")) {
        content.appendRawCommands(text);
      } else {
        content.showText(text);
      }
      content.endText();
    }
  }

  private static byte[] docx() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      var styles = document.createStyles();
      var style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading1");
      style.addNewName().setVal("heading 1");
      styles.addStyle(new XWPFStyle(style));
      XWPFParagraph heading = document.createParagraph();
      heading.setStyle("Heading1");
      heading.createRun().setText("Shipping");
      document.createParagraph().createRun().setText("We ship on weekdays.");
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(zip, "[Content_Types].xml", TYPES.getBytes(UTF_8));
      put(zip, "_rels/.rels", RELATIONS.getBytes(UTF_8));
      put(zip, name, content);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
