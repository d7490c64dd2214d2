package dev.switchboard.app.cli;

import dev.switchboard.app.bench.store.Database;
import dev.switchboard.app.bench.store.H2;
import dev.switchboard.app.bench.store.LocalPostgres;
import dev.switchboard.app.bench.store.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The databases that {@code bench faults} and {@code bench load} run on. */
final class BenchDatabases {
  private static final String NONE =
      "PostgreSQL is left out: no 'postgres' is on the PATH; name a server with --postgres";

  /** One of them. */
  enum Kind {
    H2,
    POSTGRES
  }

  @Option(
      names = "--on",
      paramLabel = "DB",
      split = ",",
      defaultValue = "h2,postgres",
      description = "faults, load: h2, postgres or both. Default: both.")
  private Set<Kind> kinds = Set.of();

  @Option(
      names = "--postgres",
      paramLabel = "URL",
      description = {
        "faults, load: a PostgreSQL server to make a database on and drop it again,",
        "jdbc:postgresql://HOST/DB?user=NAME. Default: one is started, where it is installed."
      })
  private @Nullable String postgres;

  /** Something done on an empty database. */
  @FunctionalInterface
  interface Work {
    /** Whether it went well. */
    boolean on(Database database) throws IOException, SQLException;
  }

  /** Does it on each; says whether it went well on all. */
  boolean all(Work work, Consumer<String> tell) throws IOException, SQLException {
    boolean well = true;
    if (kinds.contains(Kind.H2)) {
      well = work.on(new H2());
    }
    if (kinds.contains(Kind.POSTGRES)) {
      well &= onPostgres(work, tell);
    }
    return well;
  }

  private boolean onPostgres(Work work, Consumer<String> tell) throws IOException, SQLException {
    if (postgres != null) {
      return on(postgres, work);
    }
    var local = LocalPostgres.start();
    if (local.isEmpty()) {
      tell.accept(NONE);
      return true;
    }
    try (var server = local.get()) {
      return on(server.url(), work);
    }
  }

  private static boolean on(String server, Work work) throws IOException, SQLException {
    try (var database = Postgres.on(server)) {
      return work.on(database);
    }
  }
}
