package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Quantiles;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import java.io.IOException;
import java.util.List;

/** What customers notice of clients that are slow, perhaps on purpose. */
final class SlowBench {
  private static final int RATE = 50;
  private static final double GOAL_MS = 500;
  private static final String REMARK = "My parcel has not come yet.";

  private final LoadPlan plan;
  private final Results results;

  SlowBench(LoadPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(Town town) throws IOException {
    var writers = town.withAgent(plan.writers());
    try (var server = town.outside()) {
      var loop = new OpenLoop(server.address(), writers, List.of(REMARK));
      loop.run(RATE, plan.round());
      report("no slow clients", loop);
      try (var slow = new SlowClients(server.address(), plan.slowClients())) {
        var name = "%,d slow clients".formatted(plan.slowClients());
        double p99 = report(name, loop);
        results.judge(Goal.atMost(name + ", others' POST p99, ms", GOAL_MS, p99));
      }
    }
  }

  private double report(String name, OpenLoop loop) {
    var round = loop.run(RATE, plan.round());
    double p99 =
        Quantiles.at(
            0.99,
            round.posted().stream()
                .mapToDouble(posted -> (posted.acknowledged() - posted.due()) / 1e6)
                .toArray());
    var method = "a byte a second each; others send %d/s".formatted(RATE);
    results.add(Section.LOAD, name + ", others' POST p99", p99, "ms", method);
    results.add(Section.LOAD, name + ", others refused", round.refused(), "", method);
    return p99;
  }
}
