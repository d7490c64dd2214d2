package dev.switchboard.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop while customers write and listen, again and again. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(480)
class ShutdownTest {
  private static final int STOPS = 2;
  private static final long LONGEST_SECONDS = 20;

  @TempDir Path data;

  @Test
  void endsInTimeAndLosesAndDoublesNothing() throws Exception {
    var random = new Random(7);
    var crowd = new Crowd();
    for (int stop = 0; stop < STOPS; stop++) {
      try (var server = NodeProcess.start(data, Map.of())) {
        crowd.comeTo(server.address());
        crowd.writeFor(500 + random.nextInt(1_000));

        server.terminate();
        assertThat(crowd.millisUntilNotReady()).isLessThan(5_000);
        assertThat(server.awaitEnd(LONGEST_SECONDS)).isTrue();

        crowd.leave();
        assertThat(crowd.failures()).isEmpty();
        assertThat(crowd.streamsNotToldToComeBack()).isZero();
      }
    }
    try (var server = NodeProcess.start(data, Map.of())) {
      assertThat(crowd.acknowledged()).isGreaterThan(STOPS);
      crowd.check(server.address());
    }
  }
}
