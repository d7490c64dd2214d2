package dev.switchboard.knowledge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is named as the source of an article: the same file, the same name, every time. */
final class Sources {

  private Sources() {}

  /** The path as it is looked up: where the folder really lies, the file's own name kept. */
  static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    // A file may be a link to a new place after each update (mounted configuration): its own
    // name stays.
    return parent == null || Files.isDirectory(absolute)
        ? absolute.toRealPath()
        : parent.toRealPath().resolve(absolute.getFileName());
  }

  /** An address, without the slash that only existing folders get. */
  static String of(Path real) {
    String uri = real.toUri().toString();
    return uri.endsWith("/") && real.getNameCount() > 0 ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** Whether the source is this folder or file, or lies in it. */
  static boolean isWithin(String source, String root) {
    return source.equals(root) || source.startsWith(root.endsWith("/") ? root : root + "/");
  }
}
