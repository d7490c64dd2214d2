package dev.switchboard.bot.conversation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;

/** A PostgreSQL server for the tests of one class. */
public final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  /** Starts it. */
  public PostgresServer() {
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Where the database is. */
  public Map<String, Object> configuration() {
    return Map.of(
        "datasources.default.url", server.getJdbcUrl("postgres", "postgres"),
        "datasources.default.username", "postgres",
        "datasources.default.password", "postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
