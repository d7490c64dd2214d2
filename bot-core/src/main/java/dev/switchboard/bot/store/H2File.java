package dev.switchboard.bot.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an H2 database lies.
 *
 * @param path the database's absolute path, without the ending H2 adds
 * @param url the address with this path
 */
record H2File(Path path, String url) {
  private static final Pattern FILE_URL =
      Pattern.compile("(jdbc:h2:(?:async:|file:)+)([^;]+)(;.*)?");

  /** The file an address names; empty for a database elsewhere or in memory. */
  static Optional<H2File> of(String url) {
    var match = FILE_URL.matcher(url);
    if (!match.matches()) {
      return Optional.empty();
    }
    // H2 refuses a path like data/switchboard because it is only implicitly relative.
    var path = Path.of(match.group(2)).toAbsolutePath().normalize();
    var settings = Optional.ofNullable(match.group(3)).orElse("");
    return Optional.of(new H2File(path, match.group(1) + path + settings));
  }

  Path folder() {
    return path.resolveSibling("");
  }
}
