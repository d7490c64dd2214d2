package dev.switchboard.app.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs the sections of a plan, one after the other. */
public final class Bench {

  private static final int SMALL = 1_000;

  private final Host host;
  private final Consumer<String> tell;

  /**
   * Measures servers that the host starts.
   *
   * @param tell hears, a line at a time, what is done just now
   */
  public Bench(Host host, Consumer<String> tell) {
    this.host = host;
    this.tell = tell;
  }

  /**
   * Measures what the plan names and adds it to the results.
   *
   * @throws IOException when a file or a connection fails
   * @throws SQLException when the floor's database fails
   */
  public void run(Plan plan, Results results) throws IOException, SQLException {
    if (plan.has(Section.EMBEDDING)) {
      tell.accept("Measuring embeddings");
      new EmbeddingBench(plan, results).run();
    }
    shops(plan, results);
    if (plan.has(Section.FUSION)) {
      tell.accept("Measuring the joined ranking");
      new FusionBench(plan, results).run();
    }
    if (plan.has(Section.MODELS)) {
      tell.accept("Measuring the gateway to models");
      new ModelBench(plan, host, results).run();
    }
    if (plan.has(Section.START)) {
      tell.accept("Measuring starts");
      new StartBench(plan, host, results, tell).run();
    }
  }

  private void shops(Plan plan, Results results) throws IOException, SQLException {
    boolean answers = plan.has(Section.ANSWER) || plan.has(Section.FLOORS);
    if (!answers && !plan.has(Section.INDEX)) {
      return;
    }
    var medians = new TreeMap<Integer, Double>();
    for (int size : plan.sizes()) {
      tell.accept("Indexing %,d articles".formatted(size));
      try (var world = new World(size, host)) {
        tell.accept(
            "Measuring with %,d articles, indexed in %,d ms"
                .formatted(size, world.indexing().toMillis()));
        if (answers) {
          medians.put(size, new AnswerBench(plan, results).run(world));
        }
        if (plan.has(Section.ANSWER)) {
          new Throughput(plan, results).run(world);
        }
        if (plan.has(Section.INDEX)) {
          new IndexBench(plan, results).run(world);
        }
      }
    }
    growth(medians, results);
  }

  private static void growth(Map<Integer, Double> medians, Results results) {
    int most = medians.keySet().stream().max(Integer::compare).orElse(SMALL);
    if (medians.containsKey(SMALL) && most > SMALL) {
      double ratio =
          medians.getOrDefault(most, Double.NaN) / medians.getOrDefault(SMALL, Double.NaN);
      var name = "HTTP p50 at %,d / at %,d articles".formatted(most, SMALL);
      results.add(Section.ANSWER, name, ratio, "x", "ratio of the medians above");
      results.judge(Goal.atMost(name, 2, ratio));
    }
  }
}
