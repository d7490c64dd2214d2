package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** {@code -Dcut.seeds=200} cuts the power more often. */
final class PowerCutTest {
  private static final int SEEDS = Integer.getInteger("cut.seeds", 8);
  private static final int WRITERS = 8;
  private static final int MOST_WRITES = 600;

  @TempDir Path folder;

  // Tells the fault of every writer in full, and there are hundreds.
  private final Logger log = (Logger) LoggerFactory.getLogger("io.micronaut");

  @BeforeEach
  void register() {
    FilePath.register(new PowerCut());
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void speakAgain() {
    log.setLevel(null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsWhatWasAcknowledgedWhenThePowerIsCutAmongEightWriters(boolean tears) throws Exception {
    long all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var acknowledged = writeUntilOff(folder.resolve("before" + seed), random);
      var after = folder.resolve("after" + seed);
      PowerCut.restore(after, random, tears);

      try (var ledger = Ledger.withoutMigrationsIn(after)) {
        assertThat(ledger.left()).as("seed %d", seed).containsAll(acknowledged);
        assertThat(ledger.right()).as("seed %d", seed).isEqualTo(ledger.left());
      }
      all += acknowledged.size();
    }
    assertThat(all).isGreaterThan(10L * SEEDS);
  }

  private Set<Long> writeUntilOff(Path place, Random random) throws Exception {
    var acknowledged = new ConcurrentSkipListSet<Long>();
    var next = new AtomicLong();
    PowerCut.begin();
    try (var ledger = Ledger.with(configuration(place));
        var pool = Executors.newFixedThreadPool(WRITERS)) {
      PowerCut.after(random.nextInt(MOST_WRITES));
      for (int writer = 0; writer < WRITERS; writer++) {
        pool.execute(() -> writeUntilOff(ledger, next, acknowledged));
      }
    } catch (StoreUnavailable lost) {
      assertThat(PowerCut.isOff()).isTrue();
    }
    return acknowledged;
  }

  private static void writeUntilOff(Ledger ledger, AtomicLong next, Set<Long> acknowledged) {
    while (!PowerCut.isOff()) {
      long number = next.incrementAndGet();
      try {
        ledger.enter(number);
        acknowledged.add(number);
      } catch (StoreUnavailable off) {
        // Nobody was told that this number is kept.
      }
    }
  }

  private static Map<String, Object> configuration(Path place) {
    return Map.of(
        "datasources.default.url", url(place), "flyway.datasources.default.enabled", false);
  }

  private static String url(Path place) {
    return "jdbc:h2:cut:async:%s/switchboard".formatted(place)
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;RETENTION_TIME=2000";
  }

  /** Without this, the disk above might as well forget nothing. */
  @Test
  void forgetsWhatWasNotSynced() throws Exception {
    boolean lost = false;
    for (int seed = 0; seed < 20 && !lost; seed++) {
      PowerCut.begin();
      var after = folder.resolve("unsynced" + seed);
      try (var connection = DriverManager.getConnection(url(folder.resolve("plain" + seed)));
          var statement = connection.createStatement()) {
        statement.execute("create table left_page (number bigint primary key)");
        statement.execute("create table right_page (number bigint primary key)");
        statement.execute("checkpoint sync");
        statement.execute("insert into left_page values (1)");
        PowerCut.restore(after, new Random(seed), false);
        PowerCut.after(0);
        lost = !isThere(after);
      } catch (SQLException off) {
        assertThat(PowerCut.isOff()).isTrue();
      }
    }
    assertThat(lost).isTrue();
  }

  private static boolean isThere(Path place) throws SQLException {
    try (var connection = DriverManager.getConnection(url(place).replace("cut:", ""));
        var rows = connection.createStatement().executeQuery("select * from left_page")) {
      return rows.next();
    }
  }
}
