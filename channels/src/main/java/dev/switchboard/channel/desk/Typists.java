package dev.switchboard.channel.desk;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Happening;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is writing to a customer. Nobody writes for ever: a page that was closed says nothing. */
@Singleton
final class Typists {
  /** How long somebody counts as writing who does not say so again. */
  static final Duration LASTS = Duration.ofSeconds(8);

  private static final Duration LOOKS = Duration.ofSeconds(1);

  private final Bell bell;
  private final Clock clock;
  private final Map<Typist, Long> until = new ConcurrentHashMap<>();

  Typists(Bell bell, Clock clock, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.bell = bell;
    this.clock = clock;
    scheduler.scheduleAtFixedRate(LOOKS, LOOKS, this::expire);
  }

  private record Typist(String conversationId, String name) {}

  /** The agent is writing; to be said again every few seconds. */
  void writes(String conversationId, String name) {
    var typist = new Typist(conversationId, name);
    until.put(typist, clock.millis() + LASTS.toMillis());
    ring(typist, true);
  }

  /** The agent has stopped, or sent it. */
  void stopped(String conversationId, String name) {
    end(new Typist(conversationId, name));
  }

  /** Ends what was not said again. */
  void expire() {
    long now = clock.millis();
    until.forEach((typist, end) -> {
      if (end <= now) {
        end(typist);
      }
    });
  }

  private void end(Typist typist) {
    if (until.remove(typist) != null) {
      ring(typist, false);
    }
  }

  private void ring(Typist typist, boolean on) {
    bell.ring(new Happening.Typing(typist.conversationId(), Author.AGENT, typist.name(), on));
  }
}
