package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.store.Child;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a process that is killed at any moment, in one database. */
@Timeout(480)
class KillTest {
  private static final int KILLS = 10;
  private static final int MOST_ACKNOWLEDGEMENTS = 250;

  private static final String TWICE =
      """
      select count(*) from (
        select external_id from turn where external_id is not null
        group by external_id having count(*) > 1) doubled
      """;

  private static final String GAPS =
      """
      select count(*) from conversation c where c.next_seq - 1 <>
        (select count(*) from turn t where t.conversation_id = c.id)
        or c.next_shown - 1 <>
        (select count(*) from turn t where t.conversation_id = c.id and t.shown_seq is not null)
      """;

  private static final String TORN =
      """
      select count(*) from turn t
      left join outbox o on o.conversation_id = t.conversation_id and o.seq = t.seq
      where (t.author = 'BOT') = (o.seq is null)
      """;

  private static final String WITHOUT_REPLY =
      """
      select count(*) from conversation
      where custody <> 'QUEUED' and asked_seq > handled_seq
      """;

  @TempDir Path folder;

  @Test
  void losesDoublesAndTearsNothing() throws Exception {
    var random = new Random(2026);
    var acknowledged = new HashSet<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      workUntilKilled(acknowledged, 1 + random.nextInt(MOST_ACKNOWLEDGEMENTS));
    }
    try (var store = new Store(Map.of("switchboard.data", folder.toString()))) {
      store.clock.advance(WorkQueue.LEASE.multipliedBy(2));
      drain(store);
      check(store, acknowledged);
    }
  }

  private void workUntilKilled(Set<String> acknowledged, int enough) throws Exception {
    try (var child = Child.running(KilledBot.class, folder)) {
      var lines = child.lines().iterator();
      for (int count = 0; count < enough; count++) {
        acknowledged.add(lines.next());
      }
      child.kill();
      lines.forEachRemaining(acknowledged::add);
    }
  }

  private static void drain(Store store) {
    while (store.worker.next().isPresent() || store.courier.next().isPresent()) {
      assertThat(store.number("select count(*) from conversation")).isPositive();
    }
  }

  private static void check(Store store, Set<String> acknowledged) {
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    var turns = store.bean(TurnTable.class);
    for (var id : acknowledged) {
      assertThat(turns.received("web", id)).as(id).isPresent();
    }
    assertThat(store.number(TWICE)).isZero();
    assertThat(store.number(GAPS)).isZero();
    assertThat(store.number(TORN)).isZero();
    assertThat(store.number(WITHOUT_REPLY)).isZero();
    assertThat(store.number("select count(*) from outbox where state <> 'DELIVERED'")).isZero();
  }
}
