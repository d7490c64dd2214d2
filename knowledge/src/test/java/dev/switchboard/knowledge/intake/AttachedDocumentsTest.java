package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
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
      var page = new PDPage();
      made.addPage(page);
      try (var content = new PDPageContentStream(made, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.showText("Invoice 4711");
        content.endText();
      }
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

  @Test
  void readsNothingOutOfWhatIsNone() throws IOException {
    var damaged = Files.writeString(folder.resolve("3"), "%PDF-1.7 and no more");

    assertThat(documents.of(damaged, PDF)).isEmpty();
    assertThat(documents.of(damaged, "image/png")).isEmpty();
    assertThat(documents.of(folder.resolve("gone"), DOCX)).isEmpty();
  }
}
