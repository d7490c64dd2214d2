package dev.switchboard.app.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL server that can be stopped and started again. */
public final class Postgres implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres server;

  public Postgres(Path data) throws IOException {
    this.data = data;
    this.server = start(EmbeddedPostgres.builder());
  }

  /** The settings of a server that uses it. */
  public Map<String, Object> settings() {
    return Map.of(
        "datasources.default.url", server.getJdbcUrl("postgres", "postgres"),
        "datasources.default.username", "postgres",
        "datasources.default.password", "postgres");
  }

  /** The same as environment variables. */
  Map<String, String> environment() {
    return Map.of(
        "DATASOURCES_DEFAULT_URL", server.getJdbcUrl("postgres", "postgres"),
        "DATASOURCES_DEFAULT_USERNAME", "postgres",
        "DATASOURCES_DEFAULT_PASSWORD", "postgres");
  }

  /** Executes a statement beside whoever uses it; returns how many rows it changed. */
  public int execute(String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      return statement.execute(sql) ? 0 : statement.getUpdateCount();
    }
  }

  public void stop() throws IOException {
    server.close();
  }

  /** Starts it again where it was, with what it had stored. */
  public void startAgain() throws IOException {
    server = start(EmbeddedPostgres.builder().setPort(server.getPort()));
  }

  private EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
    return builder.setDataDirectory(data).setCleanDataDirectory(false).start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
