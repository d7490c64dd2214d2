package dev.switchboard.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;

/** A folder that is gone when it is closed. */
public record Scratch(Path folder) implements AutoCloseable {

  /** A new, empty one. */
  public static Scratch make() {
    try {
      return new Scratch(Files.createTempDirectory("switchboard-bench"));
    } catch (IOException fault) {
      throw new UncheckedIOException("there is no room for the benchmark's files", fault);
    }
  }

  /** A file or folder in it, there or not. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Bytes of all files below, in MB. */
  public static double megabytes(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
              .map(Path::toFile)
              .filter(file -> file.isFile())
              .mapToLong(file -> file.length())
              .sum()
          / 1e6;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    try {
      IOUtils.rm(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
