package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncTest {
  @TempDir Path folder;

  @Test
  void acknowledgesOnlyWhatTheDiskHas() {
    FilePath.register(new WatchedFiles());
    try (var ledger = Ledger.with(Map.of("datasources.default.url", watched()))) {
      for (int number = 0; number < 20; number++) {
        ledger.enter(number);
        assertThat(WatchedFiles.UNFORCED).hasValue(0);
      }
    }
  }

  @Test
  void saysWhenTheDiskIsFullAndKeepsWhatWasAcknowledged() {
    FilePath.register(new WatchedFiles());
    try (var ledger = Ledger.with(Map.of("datasources.default.url", watched()))) {
      ledger.enter(1);
      WatchedFiles.FULL.set(true);
      assertThatThrownBy(() -> ledger.enter(2))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessage("the database could not write: No space left on device")
          .hasRootCauseInstanceOf(IOException.class);
    } finally {
      WatchedFiles.FULL.set(false);
    }
    try (var ledger = Ledger.with(Map.of("datasources.default.url", watched()))) {
      assertThat(ledger.right()).containsExactly(1L);
      ledger.enter(3);
    }
  }

  private String watched() {
    return "jdbc:h2:watched:%s/switchboard;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
        .formatted(folder);
  }
}
