package dev.switchboard.app.bench.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An empty database of its own for a server in another process; gone when it is closed. */
public sealed interface Database extends AutoCloseable permits H2, Postgres {

  /** How people call it. */
  String name();

  /** The settings by which a server finds it. */
  Map<String, String> settings();

  /** The same as environment variables. */
  default Map<String, String> environment() {
    return settings().entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                Map.Entry::getValue));
  }

  /**
   * Opens it to be read. To be called while no server runs on it.
   *
   * @param data the server's data folder
   */
  Connection look(Path data) throws IOException, SQLException;

  /**
   * What its conversations take on the disk now, in MB.
   *
   * @param data the server's data folder
   */
  double megabytes(Path data) throws SQLException;

  @Override
  void close() throws IOException, SQLException;
}
