package dev.switchboard.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What {@code --knowledge} names. */
final class KnowledgePath {
  // A path that was given as https://example.com has lost a slash.
  private static final Pattern WEB = Pattern.compile("(?i)https?:[/\\\\].*");

  private KnowledgePath() {}

  /**
   * The path itself.
   *
   * @throws Failure when nothing is there, or when it is the address of a web page
   */
  static Path existing(Path path) {
    if (Files.exists(path)) {
      return path;
    }
    if (WEB.matcher(path.toString()).matches()) {
      throw new Failure(
          "--knowledge takes files and folders; web pages are taken in with 'switchboard import'");
    }
    throw new Failure("there is no " + path);
  }
}
