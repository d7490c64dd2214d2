package dev.switchboard.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From the start of a process to its first answer, ours and bare Micronaut in turns. */
final class StartBench {

  private static final String QUESTION = "How can I cancel my order?";

  private final Plan plan;
  private final Results results;

  StartBench(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  private record Kind(String name, String method, Start start, List<Double> wall, List<Double> cpu) {
    Kind(String name, String method, Start start) {
      this(name, method, start, new ArrayList<>(), new ArrayList<>());
    }
  }

  @FunctionalInterface
  private interface Start {
    ChildServer run() throws IOException;
  }

  void run() throws IOException {
    try (var scratch = Scratch.make()) {
      var data = scratch.path("data");
      // The first start takes in the sample; a restart of a server is what is measured.
      ChildServer.serve(data, Cache.NONE).close();
      var ours =
          new Kind(
              "start, no cache",
              "process to first answer of the sample: model, index and database opened",
              () -> ChildServer.serve(data, Cache.NONE));
      var bare =
          new Kind(
              "start of bare Micronaut",
              "process to first page: HTTP server, one static file, nothing of ours on the class path",
              () -> ChildServer.bare(scratch));
      var kinds = new ArrayList<>(List.of(ours, bare));
      ClassPath.cache()
          .ifPresent(
              cache ->
                  kinds.add(
                      new Kind(
                          "start, AOT cache",
                          "the same with target/switchboard.aot",
                          () -> ChildServer.serve(data, Cache.AOT))));
      race(kinds, bare);
      kinds.forEach(this::report);
      kinds.stream().filter(kind -> kind != bare).forEach(kind -> compare(kind, bare));
    }
  }

  private void race(List<Kind> kinds, Kind bare) throws IOException {
    for (int start = 0; start < plan.starts(); start++) {
      for (var kind : kinds) {
        try (var server = kind.start().run();
            var caller = new Caller(server.address())) {
          if (kind == bare) {
            caller.get("/hello.txt");
          } else {
            caller.answer(QUESTION);
          }
          kind.wall().add(server.age().toMillis() / 1e3);
          kind.cpu().add(server.cpu().toMillis() / 1e3);
        }
      }
    }
  }

  private void report(Kind kind) {
    var method = "%s; median of %d".formatted(kind.method(), plan.starts());
    results.add(Section.START, kind.name(), median(kind.wall()), "s", method);
    results.add(
        Section.START, kind.name() + ": CPU", median(kind.cpu()), "s", "of the process until then");
  }

  private void compare(Kind ours, Kind bare) {
    double ratio = median(ours.wall()) / median(bare.wall());
    var name = ours.name() + " / bare Micronaut without a cache";
    results.add(Section.START, name, ratio, "x", "ratio of the medians above");
    results.judge(Goal.atMost(name, 1.5, ratio));
  }

  private static double median(List<Double> values) {
    return Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
