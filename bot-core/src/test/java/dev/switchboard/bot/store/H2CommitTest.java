package dev.switchboard.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2CommitTest extends DurableCommitContract {
  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @Test
  void letsNobodyWriteBesideAWriter() throws Exception {
    var begun = new AtomicBoolean();
    var other = Thread.ofPlatform().unstarted(() -> ledger().commit.run(() -> begun.set(true)));

    ledger()
        .commit
        .run(() -> {
          other.start();
          await().until(() -> other.getState() == Thread.State.WAITING);
          assertThat(begun).isFalse();
        });

    other.join();
    assertThat(begun).isTrue();
  }

  @Test
  void opensTheDatabaseAgainAfterItClosedItself() {
    ledger().enter(1);

    assertThatThrownBy(() ->
            ledger()
                .commit
                .run(() -> {
                  ledger().change("shutdown immediately");
                  ledger().change("insert into left_page values (2)");
                }))
        .isInstanceOf(StoreUnavailable.class);

    await().ignoreExceptionsInstanceOf(StoreUnavailable.class).until(() -> entered(3));
    assertThat(ledger().left()).contains(1L, 3L).isEqualTo(ledger().right());
  }
}
