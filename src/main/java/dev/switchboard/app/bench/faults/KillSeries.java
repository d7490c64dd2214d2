package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.ChildServer.Surroundings;
import dev.switchboard.app.bench.Scratch;
import dev.switchboard.app.bench.chat.Pause;
import dev.switchboard.app.bench.faults.Invariant.Kind;
import dev.switchboard.app.bench.store.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A server that is killed again and again while customers write, and always started on what it has
 * left behind. What is wrong once stays in the database, so it shows at the end at the latest.
 */
final class KillSeries implements AutoCloseable {
  private static final Duration LATEST_KILL = Duration.ofMillis(900);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  // The first start learns the sample, which takes longer the busier the machine is.
  private static final Duration FIRST_START = Duration.ofMinutes(15);
  // What a killed server had in hand is left alone for a minute.
  private static final Duration SETTLING = Duration.ofMinutes(10);
  private static final int CHECKED_EVERY = 10;
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final FaultPlan plan;
  private final Database database;
  private final Consumer<String> tell;
  private final Scratch scratch = Scratch.make();
  private final Tally tally = new Tally();
  private final RandomGenerator random;
  private final int port;
  private final Crowd crowd;

  KillSeries(FaultPlan plan, Database database, Consumer<String> tell) throws IOException {
    this.plan = plan;
    this.database = database;
    this.tell = tell;
    random = Crowd.random(plan.seed());
    port = ChildServer.freePort();
    crowd = new Crowd(URI.create("http://127.0.0.1:" + port));
  }

  Tally run() throws IOException, SQLException {
    prepare();
    crowd.begin(plan.seed());
    for (int round = 1; round <= plan.kills(); round++) {
      killUnderLoad();
      if (round % CHECKED_EVERY == 0) {
        killWhileStarting();
        stopUnderLoad();
        check();
        tell.accept(
            "%s: %d kills, %,d messages acknowledged"
                .formatted(database.name(), round, crowd.journal().count()));
      }
    }
    end();
    return tally;
  }

  // The first start makes the tables and loads the sample, which is no time to write.
  private void prepare() throws IOException {
    try (var server = start()) {
      server.awaitReady(FIRST_START);
    }
  }

  private ChildServer start() throws IOException {
    var environment = new HashMap<>(database.environment());
    environment.put("SWITCHBOARD_WIDGET_REQUESTS_PER_MINUTE", "1000000000");
    var errors = ProcessBuilder.Redirect.appendTo(log().toFile());
    return ChildServer.serve(data(), port, new Surroundings(List.of(), environment, errors));
  }

  private Path data() {
    return scratch.path("data");
  }

  private Path log() {
    return scratch.path("errors.log");
  }

  private void killUnderLoad() throws IOException {
    var server = start();
    try {
      if (isAtWork(server)) {
        tally.killed();
      }
    } finally {
      server.kill();
    }
  }

  /** Waits for a random moment at which the server has acknowledged something. */
  private boolean isAtWork(ChildServer server) throws IOException {
    long before = crowd.journal().count();
    if (!isReady(server)) {
      return false;
    }
    if (!Pause.until(() -> crowd.journal().count() > before, PATIENCE)) {
      tally.failed("a server that is ready has acknowledged nothing");
      return false;
    }
    Pause.of(Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis() + 1)));
    return true;
  }

  private void stopUnderLoad() throws IOException {
    try (var server = start()) {
      if (isAtWork(server)) {
        long start = System.nanoTime();
        int code = server.terminate(STOPPING);
        if (code != ENDED_BY_SIGTERM) {
          tally.failed("SIGTERM: exit code " + code);
        }
        tally.stopped(Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  private boolean isReady(ChildServer server) throws IOException {
    try {
      server.awaitReady(PATIENCE);
      tally.started(server.age());
      return true;
    } catch (IOException failed) {
      tally.didNotStart(failed.getMessage() + lastError().map(" after "::concat).orElse(""));
      return false;
    }
  }

  private Optional<String> lastError() throws IOException {
    return Files.readString(log()).lines().filter(line -> !line.isBlank()).reduce((a, b) -> b);
  }

  private void killWhileStarting() throws IOException {
    var server = start();
    Pause.of(Duration.ofMillis(random.nextLong(tally.slowestStart().toMillis() + 1)));
    server.kill();
    tally.killedWhileStarting();
  }

  private void end() throws IOException, SQLException {
    var server = start();
    try {
      if (isReady(server)) {
        if (!crowd.finish(PATIENCE)) {
          tally.failed("customers did not get their acknowledgements, or pages their messages");
        }
        if (plan.settles()) {
          tell.accept(database.name() + ": waiting until every conversation is seen to");
        }
        var shown = new Transcripts(crowd.server(), crowd.journal().acknowledged());
        tally.lost(shown.lost());
        tally.found(Kind.DISORDERED, shown.disordered());
        tally.found(Kind.DOUBLED, shown.doubled());
        if (plan.settles()) {
          tally.found(Kind.FORGOTTEN, shown.unanswered(SETTLING));
        }
      }
    } finally {
      server.terminate(PATIENCE);
    }
    check();
    tally.found(Kind.DOUBLED, crowd.journal().timesDoubled());
    tally.found(Kind.DISORDERED, crowd.journal().timesOutOfTurn());
    crowd.journal().failures().forEach(tally::failed);
  }

  private void check() throws IOException, SQLException {
    var acknowledged = crowd.journal().acknowledged();
    tally.acknowledged(acknowledged.size());
    try (var look = database.look(data())) {
      tally.found(Invariants.broken(look));
      tally.lost(Invariants.lost(look, acknowledged));
    }
  }

  @Override
  public void close() {
    crowd.close();
    scratch.close();
  }
}
