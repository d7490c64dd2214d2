package dev.switchboard.app.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.store.Database;
import dev.switchboard.app.bench.store.H2;
import dev.switchboard.app.bench.store.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real server, killed while customers write to it over HTTP, keeps what it has promised. */
@Timeout(600)
class KilledServerTest {
  private static final long SEED = 7;

  @Test
  void losesDoublesAndTearsNothingOnH2() throws Exception {
    try (var database = new H2()) {
      kill(database);
    }
  }

  @Test
  void losesDoublesAndTearsNothingOnPostgres() throws Exception {
    try (var server = EmbeddedPostgres.start();
        var database = Postgres.on(server.getJdbcUrl("postgres", "postgres"))) {
      kill(database);
    }
  }

  private static void kill(Database database) throws Exception {
    var told = new ArrayList<String>();
    var results = new Results(figure -> told.add(figure.name() + " = " + figure.value()));

    boolean kept =
        new FaultBench(new FaultPlan(1, 1, 0, SEED, false), results, told::add).run(database);

    assertThat(kept).as(String.join("\n", told)).isTrue();
    assertThat(told)
        .contains(
            database.name() + ": kills under load = 1.0",
            database.name() + ": stops by SIGTERM under load = 1.0");
  }
}
