package dev.switchboard.knowledge.article;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

final class PostgresDraftsTest extends DraftsContract {
  private final EmbeddedPostgres server = start();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Override
  Map<String, Object> configuration() {
    return Map.of(
        "datasources.default.url", server.getJdbcUrl("postgres", "postgres"),
        "datasources.default.username", "postgres",
        "datasources.default.password", "postgres");
  }
}
