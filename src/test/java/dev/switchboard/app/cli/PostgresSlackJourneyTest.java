package dev.switchboard.app.cli;

import dev.switchboard.app.node.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** The journey on PostgreSQL. */
class PostgresSlackJourneyTest extends SlackJourney {
  private Optional<Postgres> postgres = Optional.empty();

  @Override
  Map<String, Object> database(Path folder) throws IOException {
    var started = new Postgres(folder.resolve("postgres"));
    postgres = Optional.of(started);
    return started.settings();
  }

  @Override
  @AfterAll
  void stop() throws IOException {
    super.stop();
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }
}
