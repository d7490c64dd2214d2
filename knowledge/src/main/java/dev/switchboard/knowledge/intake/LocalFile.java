package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads one file: all of its articles, or its problems. */
final class LocalFile implements Function<Path, Yield> {

  @Override
  public Yield apply(Path file) {
    String source = Sources.of(file);
    try {
      Format format =
          Format.of(file.getFileName().toString())
              .orElseThrow(
                  () -> new Refused("it is none of CSV, JSONL, Markdown, HTML, text, PDF, DOCX"));
      return format.parse(new Origin(source, name(file), ""), bytes(file, format.maxBytes()));
    } catch (Refused e) {
      return Yield.refused(e.in(source));
    } catch (IOException e) {
      return Yield.refused(Problem.of(source, reason(e)));
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  // The size is taken from what is read, not from the directory: a file may still be growing.
  private static byte[] bytes(Path file, int limit) throws IOException, Refused {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new Refused("the file is larger than %d MB".formatted(limit >> 20));
      }
      return bytes;
    }
  }

  static String reason(IOException fault) {
    return switch (fault) {
      case AccessDeniedException e -> "the file may not be read: its permissions forbid it";
      case NoSuchFileException e -> "there is no such file or folder";
      default -> "the file cannot be read: " + fault.getMessage();
    };
  }
}
