package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.chat.Pause;
import dev.switchboard.app.bench.faults.Invariant.Kind;
import dev.switchboard.app.bench.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A server that is killed again and again while customers write, and always started on what it has
 * left behind. What is wrong once stays in the database, so it shows at the end at the latest.
 */
final class KillSeries implements AutoCloseable {
  private static final Duration LATEST_KILL = Duration.ofMillis(900);
  // What a killed server had in hand is left alone for a minute.
  private static final Duration SETTLING = Duration.ofMinutes(10);
  private static final int CHECKED_EVERY = 10;
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final FaultPlan plan;
  private final Victim victim;
  private final Consumer<String> tell;
  private final Tally tally = new Tally();
  private final RandomGenerator random;
  private final Crowd crowd;

  KillSeries(FaultPlan plan, Database database, Consumer<String> tell) throws IOException {
    this.plan = plan;
    this.tell = tell;
    victim = new Victim(database);
    random = Crowd.random(plan.seed());
    crowd = new Crowd(victim.address());
  }

  Tally run() throws IOException, SQLException {
    victim.prepare();
    crowd.begin(plan.seed());
    for (int round = 1; round <= plan.kills(); round++) {
      killUnderLoad();
      if (round % CHECKED_EVERY == 0) {
        killWhileStarting();
        check();
        tell.accept(
            "%s: %d kills, %,d messages acknowledged"
                .formatted(victim.databaseName(), round, crowd.journal().count()));
      }
    }
    for (int stop = 0; stop < plan.stops(); stop++) {
      stopUnderLoad();
    }
    check();
    if (plan.halts() > 0) {
      new HaltSeries(victim, tally, random, tell).run(plan.halts());
    }
    end();
    return tally;
  }

  private void killUnderLoad() throws IOException {
    var server = victim.start(Map.of());
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
    if (!victim.isReady(server, tally)) {
      return false;
    }
    if (!Pause.until(() -> crowd.journal().count() > before, Victim.PATIENCE)) {
      tally.failed("a server that is ready has acknowledged nothing");
      return false;
    }
    Pause.of(Duration.ofMillis(random.nextLong(LATEST_KILL.toMillis() + 1)));
    return true;
  }

  private void stopUnderLoad() throws IOException {
    try (var server = victim.start(Map.of())) {
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

  private void killWhileStarting() throws IOException {
    var server = victim.start(Map.of());
    Pause.of(Duration.ofMillis(random.nextLong(tally.slowestStart().toMillis() + 1)));
    server.kill();
    tally.killedWhileStarting();
  }

  private void end() throws IOException, SQLException {
    var server = victim.start(Map.of());
    try {
      if (victim.isReady(server, tally)) {
        if (!crowd.finish(Victim.PATIENCE)) {
          tally.failed("customers did not get their acknowledgements, or pages their messages");
        }
        if (plan.settles()) {
          tell.accept(victim.databaseName() + ": waiting until every conversation is seen to");
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
      server.terminate(Victim.PATIENCE);
    }
    check();
    tally.found(Kind.DOUBLED, crowd.journal().timesDoubled());
    tally.found(Kind.DISORDERED, crowd.journal().timesOutOfTurn());
    crowd.journal().failures().forEach(tally::failed);
  }

  private void check() throws IOException, SQLException {
    var acknowledged = crowd.journal().acknowledged();
    tally.acknowledged(acknowledged.size());
    try (var look = victim.look()) {
      tally.found(Invariants.broken(look));
      tally.lost(Invariants.lost(look, acknowledged));
    }
  }

  @Override
  public void close() {
    crowd.close();
    victim.close();
  }
}
