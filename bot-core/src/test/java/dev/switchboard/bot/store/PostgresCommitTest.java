package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class PostgresCommitTest extends DurableCommitContract {
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

  @Test
  void tellsThatTheDatabaseIsUnavailableWhenTheServerEndsTheConnection() {
    assertThatThrownBy(() ->
            ledger()
                .commit
                .run(() -> ledger().numbers("select pg_terminate_backend(pg_backend_pid())")))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(entered(1)).isTrue();
    assertThat(ledger().left()).containsExactly(1L);
  }
}
