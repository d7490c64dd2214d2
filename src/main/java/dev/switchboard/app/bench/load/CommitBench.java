package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Host;
import dev.switchboard.app.bench.Quantiles;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Section;
import dev.switchboard.app.bench.chat.Page;
import dev.switchboard.app.bench.chat.Page.Sent;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.store.DurableCommit;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.io.IOException;
import java.util.List;

/** What it takes to accept a message, beside the bare commit of a message and an outbox row. */
final class CommitBench {
  private static final String TEXT = "My parcel has not come yet.";
  private static final double MOST = 2;
  // A visitor may write twenty in a minute.
  private static final int MESSAGES_OF_ONE = 15;
  // Before that the way over HTTP is interpreted in part, and measures the compiler.
  private static final int WARM_UP_TIMES = 3;

  private final LoadPlan plan;
  private final Results results;

  CommitBench(LoadPlan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  void run(Town town) throws IOException {
    int warmUp = plan.repeats() * WARM_UP_TIMES;
    int all = plan.repeats() + warmUp;
    var visitors = town.withAgent(all / MESSAGES_OF_ONE + 1);
    try (var server = town.inside();
        var page = new Page(server.address())) {
      var bare = new Bare(server);
      var inbox = server.part(Inbox.class);
      var floor = new double[plan.repeats()];
      var inside = new double[plan.repeats()];
      var overHttp = new double[plan.repeats()];
      var nothing = new double[plan.repeats()];
      for (int i = -warmUp; i < plan.repeats(); i++) {
        int number = i + warmUp;
        var visitor = visitors.get(number / MESSAGES_OF_ONE);
        double commit = millis(bare::commit);
        double accept =
            millis(() -> inbox.accept(new Incoming("bench", "commits", "c" + number, TEXT)));
        double post = millis(() -> post(page, visitor, number));
        double exchange = millis(page::settings);
        if (i >= 0) {
          floor[i] = commit;
          inside[i] = accept;
          overHttp[i] = post;
          nothing[i] = exchange;
        }
      }
      report(town.database().name(), floor, inside, overHttp);
      var name = town.database().name() + ": exchange that writes nothing p50";
      add(name, Quantiles.median(nothing), "GET over a kept connection");
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static double millis(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void post(Page page, Visitor visitor, int number) throws IOException {
    var sent = page.send(visitor.token(), visitor.conversation(), "c" + number, TEXT);
    if (!(sent instanceof Sent.Stored)) {
      throw new IOException("not accepted: " + sent);
    }
  }

  private void report(String on, double[] floor, double[] inside, double[] overHttp) {
    double bare = Quantiles.median(floor);
    add(on + ": bare durable commit p50", bare, "message and outbox row, two inserts");
    add(on + ": message accepted in process p50", Quantiles.median(inside), "Inbox.accept");
    add(on + ": message accepted p50", Quantiles.median(overHttp), "POST over a kept connection");
    var name = on + ": message accepted / bare durable commit, p50";
    results.judge(Goal.atMost(name, MOST, Quantiles.median(overHttp) / bare));
    var process = on + ": message accepted in process / bare durable commit, p50";
    results.judge(Goal.atMost(process, MOST, Quantiles.median(inside) / bare));
  }

  private void add(String name, double millis, String method) {
    results.add(Section.LOAD, name, millis, "ms", method + ", in turns, one caller");
  }

  /** The least that is durable: two rows in tables of their own. */
  private static final class Bare {
    private static final List<String> TABLES = List.of("bench_message", "bench_outbox");

    private final DurableCommit commit;
    private final JdbcOperations jdbc;

    Bare(Host.Server server) {
      commit = server.part(DurableCommit.class);
      jdbc = server.part(JdbcOperations.class);
      TABLES.forEach(table -> commit.run(() -> execute("create table %s (body varchar)", table)));
    }

    void commit() {
      commit.run(() ->
          TABLES.forEach(table -> execute("insert into %s (body) values ('" + TEXT + "')", table)));
    }

    private void execute(String sql, String table) {
      jdbc.prepareStatement(sql.formatted(table), statement -> statement.executeUpdate());
    }
  }
}
