package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only we can read and that is gone afterwards. */
final class TemporaryFolder implements AutoCloseable {
  private final Path path;

  TemporaryFolder() throws IOException {
    path = Files.createTempDirectory("switchboard-").toRealPath();
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    for (Path inside : deepestFirst()) {
      Files.deleteIfExists(inside);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
