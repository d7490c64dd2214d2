package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptTest {
  @TempDir Path folder;

  @Test
  void keepsTheDatabaseOpenWhenWritersAreInterrupted() throws Exception {
    try (var ledger = Ledger.in(folder);
        var witness = DriverManager.getConnection(url(ledger), "sa", "")) {
      var acknowledged = interruptedWrites(ledger, 400);

      assertThat(witness.isValid(1)).isTrue();
      ledger.enter(0);
      assertThat(ledger.left()).containsAll(acknowledged).contains(0L).isEqualTo(ledger.right());
    }
  }

  private static String url(Ledger ledger) {
    var environment = ledger.context.getBean(Environment.class);
    return environment.getRequiredProperty("datasources.default.url", String.class);
  }

  private static Set<Long> interruptedWrites(Ledger ledger, int interrupts) throws Exception {
    var acknowledged = new ConcurrentSkipListSet<Long>();
    var attempts = new Semaphore(0);
    var enough = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              for (long number = 1; !enough.get(); number++) {
                attempts.release();
                enter(ledger, number, acknowledged);
              }
            });
    for (int count = 0; count < interrupts; count++) {
      attempts.acquire();
      writer.interrupt();
    }
    enough.set(true);
    writer.join();
    return acknowledged;
  }

  private static void enter(Ledger ledger, long number, Set<Long> acknowledged) {
    try {
      ledger.enter(number);
      acknowledged.add(number);
    } catch (RuntimeException interrupted) {
      assertThat(interrupted).hasStackTraceContaining("nterrupt");
    } finally {
      Thread.interrupted();
    }
  }
}
