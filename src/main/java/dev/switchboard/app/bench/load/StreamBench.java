package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.ChildServer.Surroundings;
import dev.switchboard.app.bench.Goal;
import dev.switchboard.app.bench.Machine;
import dev.switchboard.app.bench.Results;
import dev.switchboard.app.bench.Scratch;
import dev.switchboard.app.bench.Section;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Many idle pages: their memory beside a bare server's, their return, and what they cost others.
 */
final class StreamBench {
  private static final double KB_IN_A_MB = 1024;
  private static final double MOST_MEMORY = 1.5;
  private static final double MOST_CPU = 1.2;
  private static final int FEW = 10;
  private static final int RATE = 50;
  private static final String REMARK = "My parcel has not come yet.";
  private static final String THANKS = "Thank you!";
  private static final Duration WHILE_AWAY = Duration.ofSeconds(2);
  // Longer than the time between two signs of life.
  private static final Duration SETTLING = Duration.ofSeconds(20);
  private static final Duration STORM = Duration.ofSeconds(60);

  private final LoadPlan plan;
  private final Results results;
  private final Consumer<String> tell;

  StreamBench(LoadPlan plan, Results results, Consumer<String> tell) {
    this.plan = plan;
    this.results = results;
    this.tell = tell;
  }

  void run(Town town) throws IOException {
    int most = plan.streams().getLast();
    tell.accept("Letting %,d visitors begin conversations".formatted(most));
    var visitors = town.people(most);
    memory(town, visitors);
    cost(town, visitors);
  }

  // One after the other: both at once would need twice as many open files.
  private void memory(Town town, List<Visitor> visitors) throws IOException {
    report(ours(town, visitors), bare());
  }

  private Growth ours(Town town, List<Visitor> visitors) throws IOException {
    var growth = new Growth();
    try (var server = town.outside();
        var pages = new OpenPages(server.address())) {
      for (int streams : plan.streams()) {
        tell.accept("Opening %,d streams".formatted(streams));
        pages.open(visitors.subList(pages.count(), streams));
        settle();
        growth.note(streams, server.process());
      }
      results.add(Section.LOAD, "signs of life", pages.heartbeats(), "", "all streams");
      results.add(
          Section.LOAD, "streams not let in at first", pages.refused(), "", "they came again");
      results.add(
          Section.LOAD,
          "streams cut off by the server",
          pages.cutOff(),
          "",
          "while they were idle");
      storm(pages, new OpenLoop(server.address(), visitors, List.of(THANKS)));
    }
    return growth;
  }

  private Growth bare() throws IOException {
    var growth = new Growth();
    try (var scratch = Scratch.make();
        var pages = new BarePages(scratch)) {
      for (int streams : plan.streams()) {
        tell.accept("Opening %,d bare streams".formatted(streams));
        pages.open(streams);
        settle();
        growth.note(streams, pages.process());
      }
    }
    return growth;
  }

  private void settle() {
    Pause.of(plan.quick() ? Duration.ofSeconds(1) : SETTLING);
  }

  private void report(Growth ours, Growth floor) {
    ours.resident.forEach((streams, mb) ->
        results.add(
            Section.LOAD, "RSS, %,d idle streams".formatted(streams), mb, "MB", "-Xmx512m"));
    add("an idle stream: RSS", ours.resident);
    add("an idle bare stream: RSS", floor.resident);
    double our = add("an idle stream: heap", ours.live);
    double bare = add("an idle bare stream: heap", floor.live);
    results.judge(
        Goal.atMost("heap of an idle stream / bare Micronaut's", MOST_MEMORY, our / bare));
  }

  private double add(String name, TreeMap<Integer, Double> megabytes) {
    double grown = megabytes.lastEntry().getValue() - megabytes.firstEntry().getValue();
    double slope = grown * KB_IN_A_MB / (megabytes.lastKey() - megabytes.firstKey());
    var method = "slope from %,d to %,d".formatted(megabytes.firstKey(), megabytes.lastKey());
    results.add(Section.LOAD, name, slope, "KiB", method);
    return slope;
  }

  /** Memory by the number of streams: RSS, in which garbage counts, and what lives on the heap. */
  private static final class Growth {
    private final TreeMap<Integer, Double> resident = new TreeMap<>();
    private final TreeMap<Integer, Double> live = new TreeMap<>();

    void note(int streams, ChildServer server) throws IOException {
      resident.put(streams, Machine.residentMb(server.pid()));
      live.put(streams, server.liveMb());
    }
  }

  /** All connections are gone at once while messages come in, and all pages come back. */
  private void storm(OpenPages pages, OpenLoop loop) {
    int before = pages.count();
    long opened = pages.opened();
    long start = System.nanoTime();
    pages.cut();
    var meanwhile = loop.run(RATE, WHILE_AWAY);
    boolean back =
        Pause.until(() -> pages.opened() >= opened + before && pages.count() >= before, STORM);
    double seconds = (System.nanoTime() - start) / 1e9;
    Pause.until(() -> missing(meanwhile, pages) == 0, STORM);
    var name = "return of %,d streams".formatted(before);
    results.add(Section.LOAD, name, seconds, "s", "all cut at once, until the last is open");
    results.judge(Goal.atLeast(name + ", share", 1, back ? 1 : (double) pages.count() / before));
    results.judge(Goal.atMost(name + ", messages missing", 0, missing(meanwhile, pages)));
    results.judge(Goal.atMost(name + ", messages out of turn", 0, pages.outOfTurn()));
  }

  private static long missing(OpenLoop.Round round, OpenPages pages) {
    return round.posted().stream()
        .filter(posted -> !pages.isShown(posted.conversation(), posted.seq()))
        .count();
  }

  private void cost(Town town, List<Visitor> visitors) throws IOException {
    var writers = town.withAgent(plan.writers());
    try (var server = town.outside();
        var pages = new OpenPages(server.address())) {
      pages.open(writers.subList(0, FEW));
      var loop = new OpenLoop(server.address(), writers, List.of(REMARK));
      loop.run(RATE, plan.round());
      double few = cpu(server.process(), loop);
      int many = Math.min(1_000, visitors.size());
      pages.open(visitors.subList(0, many));
      double much = cpu(server.process(), loop);
      var method = "CPU of the server by messages, %d/s".formatted(RATE);
      results.add(Section.LOAD, "CPU of a message, 10 pages", few, "ms", method);
      results.add(Section.LOAD, "CPU of a message, %,d pages".formatted(many), much, "ms", method);
      results.judge(
          Goal.atMost("CPU of a message, %,d / 10 pages".formatted(many), MOST_CPU, much / few));
    }
  }

  private double cpu(ChildServer server, OpenLoop loop) {
    var before = server.cpu();
    var round = loop.run(RATE, plan.round());
    return server.cpu().minus(before).toNanos() / 1e6 / round.posted().size();
  }

  /** A bare server with as many streams. */
  private static final class BarePages implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChildServer server;
    private final BareStreams streams;

    BarePages(Scratch scratch) throws IOException {
      int port = ChildServer.freePort();
      var surroundings =
          new Surroundings(List.of("-Xmx512m"), Map.of(), ProcessBuilder.Redirect.DISCARD);
      server = ChildServer.bare(scratch, port, surroundings);
      streams = new BareStreams(URI.create("http://127.0.0.1:" + port));
      if (!Pause.until(streams::isThere, PATIENCE)) {
        throw new IOException("the bare server does not start");
      }
    }

    void open(int count) throws IOException {
      streams.open(count);
    }

    ChildServer process() {
      return server;
    }

    @Override
    public void close() {
      streams.close();
      server.close();
    }
  }
}
