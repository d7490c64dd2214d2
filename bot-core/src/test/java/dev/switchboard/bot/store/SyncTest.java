package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

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

  private String watched() {
    return "jdbc:h2:watched:%s/switchboard;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
        .formatted(folder);
  }
}
