package dev.switchboard.app.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.bench.store.H2;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HaltPointsTest {

  @Test
  void namesWhatAStatementChangesOrLocks() {
    assertThat(HaltingDataSource.name("INSERT INTO \"turn\" (id) VALUES (?)").orElseThrow())
        .matches("insert into turn [0-9a-f]{3}");
    assertThat(HaltingDataSource.name("checkpoint sync").orElseThrow())
        .startsWith("checkpoint sync");
    assertThat(HaltingDataSource.name("select * from conversation where id = ? for update"))
        .isPresent();
    assertThat(HaltingDataSource.name("select * from conversation")).isEmpty();
  }

  @Test
  void tellsTwoChangesOfATableApartButNotHowManyAreChanged() {
    var one = HaltingDataSource.name("update turn set a = 1 where id in (?)");

    assertThat(HaltingDataSource.name("update turn set a = 1 where id in (?, ?, ?)"))
        .isEqualTo(one);
    assertThat(HaltingDataSource.name("update turn set b = 1 where id in (?)")).isNotEqualTo(one);
  }

  @Test
  @Timeout(300)
  void haltsAServerWhereItIsTold() throws Exception {
    try (var database = new H2();
        var victim = new Victim(database)) {
      var series = new HaltSeries(victim, new Tally(), Crowd.random(1), line -> {});

      assertThat(series.halt("after checkpoint sync 000", 1)).isTrue();
      assertThat(Files.readAllLines(victim.file("passed.txt")))
          .endsWith("after checkpoint sync 000");
    }
  }
}
