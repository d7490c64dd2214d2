package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Host;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.store.Database;
import dev.switchboard.app.bench.store.H2;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Measures what many visitors at once get, and what they cost. */
public final class LoadBench {
  private final LoadPlan plan;
  private final Host host;
  private final Results results;
  private final Consumer<String> tell;

  /**
   * Measures by the plan.
   *
   * @param host starts servers in this process
   * @param tell hears, a line at a time, what is done just now
   */
  public LoadBench(LoadPlan plan, Host host, Results results, Consumer<String> tell) {
    this.plan = plan;
    this.host = host;
    this.results = results;
    this.tell = tell;
  }

  /** Measures on the database; what does not depend on it, on H2 only. */
  public void run(Database database) throws IOException, SQLException {
    try (var town = new Town(host, database)) {
      tell.accept(database.name() + ": measuring commits and turns");
      new CommitBench(plan, results).run(town);
      new TurnBench(plan, results).run(town);
      tell.accept(database.name() + ": measuring rates");
      new RateBench(plan, results).run(town);
      if (plan.soak().isPositive()) {
        tell.accept(database.name() + ": soaking");
        new SoakBench(plan, results).run(town);
      }
    }
    if (database instanceof H2) {
      streams(database);
      slow(database);
    }
  }

  // Over a town of their own: what the rates left behind is no part of it.
  private void streams(Database database) throws IOException {
    try (var town = new Town(host, database)) {
      new StreamBench(plan, results, tell).run(town);
    }
  }

  private void slow(Database database) throws IOException {
    try (var town = new Town(host, database)) {
      tell.accept("Measuring beside slow clients");
      new SlowBench(plan, results).run(town);
    }
  }
}
