package dev.switchboard.knowledge.intake;

import dev.switchboard.bot.media.DocumentText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the documents that customers send as those of the team are read: in a process apart. */
@Singleton
final class AttachedDocuments implements DocumentText {
  private static final String PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final Origin NOWHERE = new Origin("", "attachment", "");

  @Override
  public Optional<String> of(Path file, String mediaType) {
    return switch (mediaType) {
      case PDF -> text(file, Format.PDF);
      case DOCX -> text(file, Format.DOCX);
      default -> Optional.empty();
    };
  }

  @Override
  public List<byte[]> pages(Path file, String mediaType) {
    if (!mediaType.equals(PDF)) {
      return List.of();
    }
    try {
      return Files.size(file) > Format.PDF.maxBytes()
          ? List.of()
          : new DocumentApart(Extraction.Kind.PAGES).pages(Files.readAllBytes(file));
    } catch (Refused | IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private static Optional<String> text(Path file, Format format) {
    try {
      if (Files.size(file) > format.maxBytes()) {
        return Optional.empty();
      }
      return format.parse(NOWHERE, Files.readAllBytes(file)).articles().stream()
          .map(article -> article.content().body())
          .findFirst();
    } catch (Refused | IOException | UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }
}
