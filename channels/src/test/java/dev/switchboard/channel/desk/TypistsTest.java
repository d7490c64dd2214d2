package dev.switchboard.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Happening;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TypistsTest {
  private final List<Happening> heard = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

  @Test
  void endsForWhoDoesNotSayAgainThatTheyWrite() {
    var bell = new Bell();
    try (var listening = bell.listen(heard::add);
        var timer = Executors.newSingleThreadScheduledExecutor()) {
      assertThat(listening).isNotNull();
      var typists = new Typists(bell, clock, new ScheduledExecutorTaskScheduler(timer));
      typists.writes("c1", "Ann");
      now = now.plus(Typists.LASTS).minusMillis(1);
      typists.expire();
      assertThat(heard).containsExactly(typing(true));

      typists.writes("c1", "Ann");
      now = now.plus(Duration.ofMillis(2));
      typists.expire();
      assertThat(heard).containsExactly(typing(true), typing(true));

      now = now.plus(Typists.LASTS);
      typists.expire();
      typists.expire();
      assertThat(heard).containsExactly(typing(true), typing(true), typing(false));
      typists.stopped("c1", "Ann");
      assertThat(heard).hasSize(3);
      timer.shutdownNow();
    }
  }

  private static Happening typing(boolean on) {
    return new Happening.Typing("c1", Author.AGENT, "Ann", on);
  }
}
