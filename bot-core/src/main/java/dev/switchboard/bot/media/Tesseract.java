package dev.switchboard.bot.media;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text of pictures by the program of that name, where it is installed. */
@Singleton
final class Tesseract {
  /** Under which name words are kept that it read. */
  static final String NAME = "tesseract";

  private static final Logger LOG = LoggerFactory.getLogger(Tesseract.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 16_000;

  private final String program;
  private final boolean installed;

  Tesseract(@Property(name = "switchboard.tesseract", defaultValue = NAME) String program) {
    this.program = program;
    installed = !program.isBlank() && answers();
  }

  private boolean answers() {
    try {
      var process = process(program, "--version");
      return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          && process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // It gets no shell, and nothing but the file.
  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The text in the picture; empty when it holds none, or cannot be read. */
  Optional<String> read(Path picture) {
    return installed ? text(picture) : Optional.empty();
  }

  private Optional<String> text(Path picture) {
    try {
      var process = process(program, picture.toString(), "stdout");
      var watch =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                  }
                } catch (InterruptedException stop) {
                  process.destroyForcibly();
                }
              });
      try (var out = process.getInputStream()) {
        var text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return Optional.of(text.replaceAll("\\s*\\n\\s*", "\n").strip())
            .filter(words -> !words.isEmpty());
      } finally {
        process.destroyForcibly();
        watch.interrupt();
      }
    } catch (IOException fault) {
      LOG.warn("tesseract cannot be run: {}", fault.getMessage());
      return Optional.empty();
    }
  }
}
