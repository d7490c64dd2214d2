package dev.switchboard.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands a link that lets somebody in to whoever started the server, and to no log: on a terminal it
 * is told, anywhere else it goes into a file that only the owner can read.
 */
final class PrivateLink {
  private static final String PRIVATE = "rw-------";

  private final boolean terminal;
  private final Optional<Path> folder;
  private final Consumer<String> tell;

  private PrivateLink(boolean terminal, Optional<Path> folder, Consumer<String> tell) {
    this.terminal = terminal;
    this.folder = folder;
    this.tell = tell;
  }

  /**
   * For a process as it was started.
   *
   * @param folder where a file may be written
   */
  static PrivateLink of(Optional<Path> folder, Consumer<String> tell) {
    var console = System.console();
    return new PrivateLink(console != null && console.isTerminal(), folder, tell);
  }

  /**
   * Hands the link over.
   *
   * @param what what it does, such as "To set up your team"
   * @param file the file's name
   */
  void hand(String what, URI link, String file) {
    if (terminal) {
      tell.accept("%s, open %s".formatted(what, link));
    } else if (folder.isPresent()) {
      var path = folder.get().resolve(file);
      write(path, link.toString());
      tell.accept("%s, open the link in %s".formatted(what, path));
    }
  }

  private static void write(Path file, String link) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(file);
      create(file);
      Files.writeString(file, link + System.lineSeparator(), StandardOpenOption.WRITE);
    } catch (IOException fault) {
      throw new Failure("cannot write %s: %s".formatted(file, fault), fault);
    }
  }

  // With its rights from the start: there is no moment at which others can read it.
  private static void create(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().resolveSibling(""))
        .supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    } else {
      Files.createFile(file);
    }
  }
}
