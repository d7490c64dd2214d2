package dev.switchboard.app.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** From the start of a process to its first answer, ours and bare Micronaut in turns. */
final class StartBench {

  private static final int ARTICLES = 200;
  private static final int FEW = 20;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

  private static final String AGAINST = " / bare Micronaut without a cache";
  private static final String GOAL = "start, AOT cache" + AGAINST;
  private static final String NO_CACHE =
      "There is no start-up cache yet, so only starts without it are measured:"
          + " the launcher records one a little after the first command that follows a build";

  private final Plan plan;
  private final Host host;
  private final Results results;
  private final Consumer<String> tell;
  private final Shop shop;

  StartBench(Plan plan, Host host, Results results, Consumer<String> tell) {
    this.plan = plan;
    this.host = host;
    this.results = results;
    this.tell = tell;
    shop = new Shop(plan.quick() ? FEW : ARTICLES);
  }

  private record Kind(
      String name,
      String method,
      Start start,
      Visit visit,
      List<Double> wall,
      List<Double> cpu,
      List<Double> memory) {
    Kind(String name, String method, Start start, Visit visit) {
      this(name, method, start, visit, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  @FunctionalInterface
  private interface Start {
    ChildServer on(int port) throws IOException;
  }

  /** Asks and says whether that was the answer that is waited for. */
  @FunctionalInterface
  private interface Visit {
    boolean isAnswered(Caller caller) throws IOException;
  }

  void run() throws IOException {
    try (var scratch = Scratch.make()) {
      var data = scratch.path("data");
      host.store(data, shop.articles());
      host.start(data).close();
      var bare =
          new Kind(
              "start of bare Micronaut",
              "process to first page: HTTP server, one static file, nothing of ours on its class"
                  + " path",
              port -> ChildServer.bare(scratch, port),
              caller -> caller.has("/hello.txt"));
      var plain = ours("start, no cache", port -> ChildServer.serve(data, Cache.NONE, port));
      var cached =
          ClassPath.cache()
              .map(cache ->
                  ours("start, AOT cache", port -> ChildServer.serve(data, Cache.AOT, port)));
      var kinds = new ArrayList<>(List.of(bare, plain));
      cached.ifPresentOrElse(kinds::add, () -> tell.accept(NO_CACHE));
      race(kinds);
      kinds.forEach(this::report);
      compare(plain, bare);
      cached.ifPresent(kind -> results.judge(Goal.atMost(GOAL, 1.5, compare(kind, bare))));
    }
  }

  private Kind ours(String name, Start start) {
    var first = shop.articles().getFirst();
    return new Kind(
        name,
        "process to first right answer: models, index of %d articles and database opened"
            .formatted(shop.articles().size()),
        start,
        caller -> caller.ask(first.content().title()).contains("\"" + first.id() + "\""));
  }

  private void race(List<Kind> kinds) throws IOException {
    for (int start = 0; start < plan.starts(); start++) {
      for (var kind : kinds) {
        int port = ChildServer.freePort();
        try (var server = kind.start().on(port)) {
          visit(server, URI.create("http://127.0.0.1:" + port), kind.visit());
          kind.wall().add(server.age().toMillis() / 1e3);
          kind.cpu().add(server.cpu().toMillis() / 1e3);
          kind.memory().add(Machine.residentMb(server.pid()));
        }
      }
    }
  }

  private static void visit(ChildServer server, URI address, Visit visit) throws IOException {
    while (!isAnswered(address, visit)) {
      if (!server.isAlive() || server.age().toNanos() > PATIENCE) {
        throw new IOException("a started server gave no answer");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  // Refused connections belong to a server that is not there yet.
  private static boolean isAnswered(URI address, Visit visit) {
    try (var caller = new Caller(address)) {
      return visit.isAnswered(caller);
    } catch (IOException notYet) {
      return false;
    }
  }

  private void report(Kind kind) {
    var method = "%s; median of %d".formatted(kind.method(), plan.starts());
    results.add(Section.START, kind.name(), median(kind.wall()), "s", method);
    results.add(
        Section.START, kind.name() + ": CPU", median(kind.cpu()), "s", "of the process until then");
    results.add(Section.START, kind.name() + ": RSS", median(kind.memory()), "MB", "VmRSS then");
  }

  private double compare(Kind ours, Kind bare) {
    double ratio = median(ours.wall()) / median(bare.wall());
    var method = "ratio of the medians above";
    results.add(Section.START, ours.name() + AGAINST, ratio, "x", method);
    double work = median(ours.cpu()) / median(bare.cpu());
    results.add(Section.START, ours.name() + AGAINST + ": CPU", work, "x", method);
    return ratio;
  }

  private static double median(List<Double> values) {
    return Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
