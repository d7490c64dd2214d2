package dev.switchboard.app.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What this process was started from, so that others can be started from it or from a part. */
final class ClassPath {

  private static final String PATH = System.getProperty("java.class.path", "");

  // Without a log: unconfigured, Logback writes every detail, and nobody reads the child's pipe.
  private static final Pattern BARE_SERVER =
      Pattern.compile(
          "(micronaut-(aop|buffer-netty|context|context-propagation|core|core-reactive"
              + "|discovery-core|http|http-netty|http-server|http-server-netty|inject|jackson-core"
              + "|json-core|retry|router|runtime|serde-api|serde-jackson|serde-support|websocket)"
              + "-\\d|netty-|reactor-core|reactive-streams|slf4j-api|jakarta\\."
              + "|jackson-(core|annotations)|snakeyaml|jspecify).*");

  private ClassPath() {}

  /** All of it. */
  static String all() {
    return PATH;
  }

  /** The jar that the launcher runs, where that is how this process was started. */
  static Optional<Path> jar() {
    var path = Path.of(PATH);
    return !PATH.contains(File.pathSeparator) && PATH.endsWith(".jar")
        ? Optional.of(path)
        : Optional.empty();
  }

  /** The start-up cache beside that jar, where it was recorded. */
  static Optional<Path> cache() {
    return jar()
        .map(jar -> jar.resolveSibling("switchboard.aot"))
        .filter(cache -> cache.toFile().length() > 0);
  }

  /** Micronaut's HTTP server without anything of ours. */
  static String bareServer() {
    return entries().stream()
        .filter(entry -> BARE_SERVER.matcher(entry.getFileName().toString()).matches())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> entries() {
    return jar()
        .map(jar -> files(jar.resolveSibling("lib")))
        .orElseGet(() -> Arrays.stream(PATH.split(File.pathSeparator)).map(Path::of).toList());
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
