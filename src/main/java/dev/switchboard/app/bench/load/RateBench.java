package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Quantiles;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import dev.switchboard.app.bench.chat.Pause;
import dev.switchboard.app.bench.load.OpenLoop.Posted;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Messages a second: how soon each is acknowledged, shown and answered. */
final class RateBench {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int GOAL_RATE = 200;
  private static final double GOAL_MS = 100;
  private static final int WARM_UP_RATE = 20;
  private static final String REMARK = "My parcel has not come yet.";

  private final LoadPlan plan;
  private final Results results;

  RateBench(LoadPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(Town town) throws IOException {
    var withAgent = town.withAgent(plan.writers());
    var withBot = town.people(plan.writers());
    try (var server = town.outside();
        var pages = new OpenPages(server.address())) {
      pages.open(withAgent);
      pages.open(withBot);
      var on = town.database().name();
      var agent = new OpenLoop(server.address(), withAgent, List.of(REMARK));
      agent.run(WARM_UP_RATE, plan.round());
      for (int rate : plan.rates()) {
        report(on + ", an agent has them, ", rate, agent, pages, 0);
      }
      var bot = new OpenLoop(server.address(), withBot, Questions.ALL);
      for (int rate : plan.botRates()) {
        report(on + ", the bot answers, ", rate, bot, pages, 1);
      }
      results.add(
          Section.LOAD, on + ": messages shown out of turn", pages.outOfTurn(), "", "all rounds");
    }
  }

  /**
   * One round.
   *
   * @param replies how many messages the bot adds to each
   */
  private void report(String name, int rate, OpenLoop loop, OpenPages pages, int replies) {
    double idle = Machine.idleShare();
    var round = loop.run(rate, plan.round());
    var at = "%s%d/s: ".formatted(name, rate);
    Pause.until(() -> isShown(round.posted(), pages, replies), PATIENCE);
    var method = "open loop for %d s; %.0f %% idle before";
    results.add(
        Section.LOAD,
        at + "accepted",
        round.rate(),
        "/s",
        method.formatted(plan.round().toSeconds(), idle * 100));
    results.add(
        Section.LOAD, at + "refused", round.refused(), "", "not acknowledged at the first try");
    times(at + "POST to acknowledgement", round.posted(), Posted::acknowledged);
    times(at + "POST to first event", round.posted(), posted -> shownAt(pages, posted, 0));
    if (replies > 0) {
      times(at + "POST to answer", round.posted(), posted -> shownAt(pages, posted, replies));
    } else if (rate == GOAL_RATE) {
      double p95 = quantile(0.95, round.posted(), posted -> shownAt(pages, posted, 0));
      results.judge(Goal.atMost(at + "POST to first event p95, ms", GOAL_MS, p95));
      results.judge(Goal.atLeast(at + "accepted", GOAL_RATE * 0.98, round.rate()));
    }
  }

  private static boolean isShown(List<Posted> posted, OpenPages pages, int replies) {
    return posted.stream()
        .allMatch(each -> pages.isShown(each.conversation(), each.seq() + replies));
  }

  private static long shownAt(OpenPages pages, Posted posted, int after) {
    return pages.shownAt(posted.conversation(), posted.seq() + after);
  }

  private void times(String name, List<Posted> posted, ToLongFunction<Posted> moment) {
    Map<String, Double> shares = new TreeMap<>(Map.of("p50", 0.5, "p95", 0.95, "p99", 0.99));
    shares.forEach((share, of) ->
        results.add(
            Section.LOAD,
            name + " " + share,
            quantile(of, posted, moment),
            "ms",
            "from the moment it was due"));
  }

  private static double quantile(double share, List<Posted> posted, ToLongFunction<Posted> moment) {
    return Quantiles.at(
        share,
        posted.stream()
            .mapToDouble(each -> (moment.applyAsLong(each) - each.due()) / 1e6)
            .toArray());
  }
}
