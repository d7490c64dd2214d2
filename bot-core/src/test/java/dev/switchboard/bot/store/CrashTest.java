package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashTest {
  private static final int KILLS = 6;
  private static final int MOST_ACKNOWLEDGEMENTS = 300;

  @TempDir Path folder;

  @Test
  void losesNothingAcknowledgedAndTearsNoTransactionWhenKilledAmongEightWriters() throws Exception {
    var random = new Random(2026);
    var acknowledged = new TreeSet<Long>();
    for (int kill = 0; kill < KILLS; kill++) {
      writeUntilKilled(acknowledged, 1 + random.nextInt(MOST_ACKNOWLEDGEMENTS));
      check(acknowledged);
    }
  }

  private void writeUntilKilled(Set<Long> acknowledged, int enough) throws Exception {
    try (var child = Child.running(CrashingWriter.class, folder)) {
      var lines = child.lines().iterator();
      for (int count = 0; count < enough; count++) {
        acknowledged.add(Long.valueOf(lines.next()));
      }
      child.kill();
      lines.forEachRemaining(line -> acknowledged.add(Long.valueOf(line)));
    }
  }

  private void check(Set<Long> acknowledged) {
    try (var ledger = Ledger.withoutMigrationsIn(folder)) {
      assertThat(ledger.left()).containsAll(acknowledged).isEqualTo(ledger.right());
      assertThat(ledger.numbers("select l.number from left_page l natural join right_page r"))
          .isEqualTo(ledger.left());
    }
  }
}
