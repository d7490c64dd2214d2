package dev.switchboard.app.cli;

import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.faults.FaultBench;
import dev.switchboard.app.bench.faults.FaultPlan;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How {@code bench faults} goes about it. */
final class FaultOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "100",
      description = "faults: how often a server is killed on each database. Default: 100.")
  private int kills;

  @Option(
      names = "--stops",
      paramLabel = "N",
      defaultValue = "10",
      description = "faults: how often a server is stopped by SIGTERM under load. Default: 10.")
  private int stops;

  @Option(
      names = "--halts",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "faults: how often a server is halted at each change, commit and sync of its work with the"
            + " database. Default: 0."
      })
  private int halts;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2026",
      description = "faults: the seed of all chance. Default: 2026.")
  private long seed;

  /** Kills; says whether every promise was kept. */
  boolean run(BenchDatabases databases, Results results, Consumer<String> tell)
      throws IOException, SQLException {
    if (kills < 1 || stops < 0 || halts < 0) {
      throw new ParameterException(
          spec.commandLine(), "--kills must be 1 or more, --stops and --halts 0 or more");
    }
    var bench = new FaultBench(new FaultPlan(kills, stops, halts, seed, true), results, tell);
    return databases.all(bench::run, tell);
  }
}
