package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  private static final String MIGRATIONS = "select installed_rank from flyway_schema_history";

  @TempDir Path folder;

  @Test
  void keepsEverythingAndLetsGoOfTheFileWhenClosed() throws Exception {
    try (var ledger = Ledger.in(folder)) {
      ledger.enter(7);
    }

    try (var file =
            FileChannel.open(folder.resolve("switchboard.mv.db"), StandardOpenOption.WRITE);
        var lock = file.tryLock()) {
      assertThat(lock).isNotNull();
    }
    try (var ledger = Ledger.in(folder)) {
      assertThat(ledger.right()).containsExactly(7L);
    }
  }

  @Test
  void takesAFolderNamedRelativeToTheWorkingDirectory() {
    var relative = Path.of("").toAbsolutePath().relativize(folder.resolve("below"));

    try (var ledger = Ledger.in(relative)) {
      ledger.enter(1);
    }

    assertThat(folder.resolve("below/switchboard.mv.db")).isNotEmptyFile();
  }

  @Test
  void refusesAFolderThatAnotherProcessUses() throws Exception {
    try (var ledger = Ledger.in(folder);
        var other = Child.running(OtherProcess.class, folder)) {
      assertThat(other.lines())
          .containsExactly(
              "The data folder "
                  + folder
                  + " is in use by another Switchboard: stop that one or choose another folder.");
      ledger.enter(1);
      assertThat(folder).isDirectoryNotContaining("glob:**.trace.db");
    }
  }

  @Test
  void refusesAFolderThatANewerVersionHasWrittenAndChangesNothing() {
    Set<Long> before;
    try (var ledger = Ledger.in(folder)) {
      ledger.enter(1);
      ledger.commit.run(() -> ledger.change(futureMigration()));
      before = ledger.numbers(MIGRATIONS);
    }

    var fault = catchThrowable(() -> Ledger.in(folder).close());

    assertThat(StoreRefused.behind(fault))
        .containsInstanceOf(DataFolderTooNew.class)
        .map(Throwable::getMessage)
        .contains(
            "The data folder "
                + folder
                + " was written by a newer Switchboard (schema version 9000):"
                + " start that version or a later one, nothing was changed.");
    try (var unchecked = Ledger.withoutMigrationsIn(folder)) {
      assertThat(unchecked.left()).containsExactly(1L);
      assertThat(unchecked.numbers(MIGRATIONS)).isEqualTo(before);
    }
  }

  private static String futureMigration() {
    return """
    insert into "flyway_schema_history"
      ("installed_rank", "version", "description", "type", "script", "checksum",
       "installed_by", "execution_time", "success")
    values (9000, '9000', 'from the future', 'SQL', 'V9000__from_the_future.sql', 1,
      'sa', 1, true)
    """;
  }
}
