package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachedDocumentsTest {
  private static final String PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final AttachedDocuments documents = new AttachedDocuments();

  @TempDir private Path folder;

  @Test
  void readsWhatStandsInADocument() throws IOException {
    // As they are kept: the name says nothing of what they are.
    var pdf = folder.resolve("1");
    try (var made = new PDDocument()) {
      page(made, "Invoice 4711", 0);
      made.save(pdf.toFile());
    }
    var docx = folder.resolve("2");
    try (var made = new XWPFDocument();
        var out = Files.newOutputStream(docx)) {
      made.createParagraph().createRun().setText("Dear team");
      made.write(out);
    }

    assertThat(documents.of(pdf, PDF)).contains("Invoice 4711");
    assertThat(documents.of(docx, DOCX)).contains("Dear team");
  }

  private static void page(PDDocument document, String text, int picture) throws IOException {
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.showText(text);
      content.endText();
      if (picture > 0) {
        var image = new BufferedImage(picture, picture, BufferedImage.TYPE_INT_RGB);
        content.drawImage(LosslessFactory.createFromImage(document, image), 50, 50);
      }
    }
  }

  @Test
  void drawsThePagesThatShowMoreThanText() throws IOException {
    var pdf = folder.resolve("5");
    try (var made = new PDDocument()) {
      page(made, "Only text", 0);
      page(made, "With a logo", 40);
      assertThat(pages(made, pdf)).isEmpty();

      page(made, "With a photo", 400);
      page(made, "", 0);
      assertThat(pages(made, pdf))
          .hasSize(2)
          .allSatisfy(page -> assertThat(ImageIO.read(new ByteArrayInputStream(page))).isNotNull());

      page(made, "", 0);
      page(made, "", 0);
      assertThat(pages(made, pdf)).hasSize(3);
    }
  }

  private List<byte[]> pages(PDDocument document, Path file) throws IOException {
    document.save(file.toFile());
    return documents.pages(file, PDF);
  }

  @Test
  void readsNothingOutOfWhatIsNone() throws IOException {
    var damaged = Files.writeString(folder.resolve("3"), "%PDF-1.7 and no more");

    assertThat(documents.of(damaged, PDF)).isEmpty();
    assertThat(documents.of(damaged, "image/png")).isEmpty();
    assertThat(documents.of(folder.resolve("gone"), DOCX)).isEmpty();
  }
}
