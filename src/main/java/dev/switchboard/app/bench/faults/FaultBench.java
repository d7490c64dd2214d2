package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import dev.switchboard.app.bench.faults.Invariant.Kind;
import dev.switchboard.app.bench.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Kills servers and looks whether they kept what they had promised. */
public final class FaultBench {
  private static final String METHOD =
      "8 customers over HTTP at full speed, 0 to 900 ms after the first acknowledgement";

  private final FaultPlan plan;
  private final Results results;
  private final Consumer<String> tell;

  /**
   * Kills by the plan.
   *
   * @param tell hears, a line at a time, what is done just now
   */
  public FaultBench(FaultPlan plan, Results results, Consumer<String> tell) {
    this.plan = plan;
    this.results = results;
    this.tell = tell;
  }

  /**
   * Kills servers on the database and adds what it has come to to the results.
   *
   * @return whether every promise was kept
   * @throws IOException when a server cannot be spoken with though it runs
   * @throws SQLException when the database cannot be looked into
   */
  public boolean run(Database database) throws IOException, SQLException {
    tell.accept("%s: killing with seed %d".formatted(database.name(), plan.seed()));
    try (var series = new KillSeries(plan, database, tell)) {
      var tally = series.run();
      tally.failures().stream().distinct().limit(10).forEach(tell);
      return report(database.name(), tally);
    }
  }

  private boolean report(String on, Tally tally) {
    count(on, "kills under load", tally.kills());
    count(on, "kills during a start", tally.killedStarts());
    count(on, "stops by SIGTERM under load", tally.stops());
    count(on, "named points at which it was halted", tally.points());
    count(on, "halts at a named point", tally.halts());
    count(on, "acknowledged messages", tally.acknowledged());
    seconds(on + ": slowest start", tally.slowestStart(), "process to ready");
    seconds(on + ": slowest stop", tally.slowestStop(), "SIGTERM to the end of the process");
    // Without an and that stops at the first: all are to be judged.
    return promise(on, "acknowledged messages lost", tally.lost())
        & promise(on, "stored or shown twice", tally.broken(Kind.DOUBLED))
        & promise(on, "out of order", tally.broken(Kind.DISORDERED))
        & promise(on, "torn transactions", tally.broken(Kind.TORN))
        & promise(on, "conversations nobody sees to", tally.broken(Kind.FORGOTTEN))
        & promise(on, "failed starts", tally.failedStarts())
        & promise(on, "other failures", tally.failures().size());
  }

  private void count(String on, String what, long count) {
    results.add(Section.FAULTS, on + ": " + what, count, "", METHOD);
  }

  private void seconds(String name, Duration time, String method) {
    results.add(Section.FAULTS, name, time.toMillis() / 1e3, "s", method);
  }

  private boolean promise(String on, String what, long count) {
    results.add(Section.FAULTS, on + ": " + what, count, "", "seed %d".formatted(plan.seed()));
    var goal = Goal.atMost(on + ": " + what, 0, count);
    results.judge(goal);
    return goal.met();
  }
}
