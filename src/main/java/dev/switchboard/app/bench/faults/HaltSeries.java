package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Halts a server at each of its {@link HaltPoints} in turn, while customers write. */
final class HaltSeries {
  private static final Duration RECORDING = Duration.ofSeconds(20);
  // What customers make it do comes soon or, such as work of the night, not at all.
  private static final Duration WAITING = Duration.ofSeconds(10);
  private static final int LATEST_PASSAGE = 4;
  private static final String RECORD = "SWITCHBOARD_HALT_RECORD";

  private final Victim victim;
  private final Tally tally;
  private final RandomGenerator random;
  private final Consumer<String> tell;

  HaltSeries(Victim victim, Tally tally, RandomGenerator random, Consumer<String> tell) {
    this.victim = victim;
    this.tally = tally;
    this.random = random;
    this.tell = tell;
  }

  /** Halts it so often at every point that it passes. */
  void run(int times) throws IOException {
    var points = record();
    tell.accept("%s: halting at %d points".formatted(victim.databaseName(), points.size()));
    for (var point : points) {
      int halts = 0;
      for (int time = 0; time < times; time++) {
        int passage = 1 + random.nextInt(LATEST_PASSAGE);
        if (halt(point, passage) || halt(point, 1)) {
          halts++;
        }
      }
      tally.halted(halts);
    }
  }

  private List<String> record() throws IOException {
    var record = victim.file("points.txt");
    var server = victim.start(Map.of(RECORD, record.toString()));
    try {
      if (victim.isReady(server, tally)) {
        Pause.of(RECORDING);
      }
    } finally {
      server.terminate(Victim.PATIENCE);
    }
    return Files.readAllLines(record);
  }

  /** Whether the server came to the point, and ended there. */
  boolean halt(String point, int passage) throws IOException {
    var server =
        victim.start(
            Map.of(
                RECORD,
                victim.file("passed.txt").toString(),
                "SWITCHBOARD_HALT_AT",
                point,
                "SWITCHBOARD_HALT_COUNT",
                Integer.toString(passage)));
    try {
      server.awaitReady(Victim.PATIENCE);
      Pause.until(() -> !server.isAlive(), WAITING);
    } catch (IOException endedBefore) {
      // Where it ended is told by its exit code.
    }
    server.kill();
    return server.exitCode() == HaltPoints.HALTED;
  }
}
