package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** A steady load for some time: whether memory and file grow with what is stored only. */
final class SoakBench {
  private static final int RATE = 30;
  private static final double MOST_GROWTH = 1.1;
  private static final Duration SLICE = Duration.ofMinutes(1);

  private final LoadPlan plan;
  private final Results results;

  SoakBench(LoadPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(Town town) throws IOException, SQLException {
    var writers = town.people(plan.writers());
    try (var server = town.outside();
        var pages = new OpenPages(server.address())) {
      pages.open(writers);
      var loop = new OpenLoop(server.address(), writers, Questions.ALL);
      // What the first minutes compile and cache is no growth.
      loop.run(RATE, SLICE.multipliedBy(2));
      double memory = Machine.residentMb(server.process().pid());
      double file = town.database().megabytes(town.data());
      long messages = 0;
      for (var left = plan.soak(); left.isPositive(); left = left.minus(SLICE)) {
        messages += loop.run(RATE, SLICE).posted().size();
      }
      var on = town.database().name();
      double grown = Machine.residentMb(server.process().pid()) / memory;
      double stored = (town.database().megabytes(town.data()) - file) * 1_000 / messages;
      var method = "%d messages/s for %d min".formatted(RATE, plan.soak().toMinutes());
      results.add(Section.LOAD, on + ": soak, RSS at first", memory, "MB", method);
      results.add(Section.LOAD, on + ": soak, file by message and answer", stored, "kB", method);
      results.judge(Goal.atMost(on + ": soak, RSS at the end / at first", MOST_GROWTH, grown));
    }
  }
}
