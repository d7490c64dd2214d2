package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of knowledge that tests write into. */
record Folder(Path path) {

  static final KnowledgeReader READER = new KnowledgeReader(new WebFetcher(WebAccess.PUBLIC));

  Path write(String name, String text) {
    return write(name, text.getBytes(UTF_8));
  }

  Path write(String name, byte[] bytes) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Harvest read(String name, String text) {
    return READER.read(write(name, text));
  }

  Harvest read(String name, byte[] bytes) {
    return READER.read(write(name, bytes));
  }

  Harvest read() {
    return READER.read(path);
  }

  /** The reason of the only problem of a harvest that brought nothing. */
  static Problem onlyProblem(Harvest harvest) {
    if (harvest.problems().size() != 1 || !harvest.sheaves().isEmpty()) {
      throw new AssertionError("not one problem and nothing else: " + harvest);
    }
    return harvest.problems().getFirst();
  }
}
