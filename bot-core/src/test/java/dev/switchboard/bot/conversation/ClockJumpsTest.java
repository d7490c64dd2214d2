package dev.switchboard.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.Snooze;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import dev.switchboard.bot.conversation.Worker.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set forward or back loses nothing, doubles nothing and keeps nobody waiting. */
class ClockJumpsTest extends StoreContract {
  private static final String QUESTION = "How long does delivery take?";

  @TempDir static Path folder;

  @Override
  Map<String, Object> configuration() {
    return Map.of("switchboard.data", folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT5M", "-PT1H", "-P1D", "PT1H", "P1D"})
  void repliesAtOnceToWhatCameInBeforeTheClockWasSet(String jump) {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.clock.advance(Duration.parse(jump));
    store.bean(Timers.class).run();

    assertThat(store.worker.next()).contains(Outcome.REPLIED);
    store.clock.advance(Duration.parse(jump));
    store.bean(Timers.class).run();
    store.courier.next();

    assertThat(store.courier.next()).isEmpty();
    assertThat(store.worker.next()).isEmpty();
    assertThat(store.postbox.handedIn).hasSize(1);
    assertThat(by(Author.BOT, id)).hasSize(1);
  }

  @Test
  void leavesAWorkerItsTurnWhenTheClockIsSetBackALittle() {
    accept("ada", "m1", QUESTION);
    store.bean(WorkQueue.class).take();
    store.bean(Timers.class).run();

    assertThat(store.worker.next()).isEmpty();
  }

  @Test
  void writesOnceWhenTheClockJumpsAheadWhileItThinks() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.shelf.meanwhile.add(() -> {
      store.clock.advance(Duration.ofDays(1));
      store.bean(Timers.class).run();
      assertThat(store.worker.next()).contains(Outcome.REPLIED);
    });

    assertThat(store.worker.next()).contains(Outcome.SUPERSEDED);
    assertThat(by(Author.BOT, id)).hasSize(1);
  }

  @Test
  void wakesOnceWhatWasPutAsideUntilAfter2038() {
    var id = accept("ada", "m1", QUESTION).conversationId();
    store.conversations.command(id, new Claim("Ann"));
    store.conversations.command(id, new Snooze("Ann", Instant.parse("2038-01-19T03:14:08Z")));
    store.clock.advance(
        Duration.between(store.clock.instant(), Instant.parse("2038-01-19T03:14:07Z")));
    assertThat(store.bean(Timers.class).run()).isZero();

    store.clock.advance(Duration.ofSeconds(1));
    assertThat(store.bean(Timers.class).run()).isEqualTo(1);
    assertThat(store.bean(Timers.class).run()).isZero();
    assertThat(custody(id)).isEqualTo(new WithAgent("Ann"));

    store.clock.advance(Duration.ofHours(-1));
    assertThat(store.bean(Timers.class).run()).isZero();
  }
}
