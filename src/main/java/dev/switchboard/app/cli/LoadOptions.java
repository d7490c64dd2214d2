package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.load.LoadBench;
import dev.switchboard.app.bench.load.LoadPlan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How {@code bench load} goes about it. */
final class LoadOptions {

  @Option(
      names = "--soak",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description = "load: how long a server is watched under a steady load. Default: not at all.")
  private int soak;

  /** Measures. */
  void run(boolean quick, BenchDatabases databases, Results results, Consumer<String> tell)
      throws IOException, SQLException {
    var plan = new LoadPlan(quick, Duration.ofMinutes(soak));
    var bench = new LoadBench(plan, new BenchHost(), results, tell);
    databases.all(
        database -> {
          bench.run(database);
          return true;
        },
        tell);
  }
}
