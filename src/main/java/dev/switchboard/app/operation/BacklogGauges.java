package dev.switchboard.app.operation;

import dev.switchboard.bot.conversation.Backlog;
import dev.switchboard.bot.conversation.Backlogs;
import dev.switchboard.bot.store.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows how much waits in the database, the same in every process that shares it. However often it
 * is asked, the database is asked every five seconds at most; while it cannot be, there is no
 * number.
 */
@Singleton
final class BacklogGauges implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(5);

  // Asked for late: what counts messages is made after the registry of numbers.
  private final BeanProvider<Backlogs> backlogs;
  private final BeanProvider<Clock> clock;
  private Optional<Backlog> last = Optional.empty();
  private Optional<Long> lookedAt = Optional.empty();

  BacklogGauges(BeanProvider<Backlogs> backlogs, BeanProvider<Clock> clock) {
    this.backlogs = backlogs;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    number(meters, "messages.waiting", "bot", Backlog::forBot);
    number(meters, "messages.waiting", "people", Backlog::forPeople);
    age(meters, "messages.oldest", "bot", Backlog::oldestForBot);
    age(meters, "messages.oldest", "people", Backlog::oldestForPeople);
    number(meters, "outbox", "pending", Backlog::toDeliver);
    number(meters, "outbox", "dead", Backlog::undeliverable);
    age(meters, "outbox.oldest", "pending", Backlog::oldestToDeliver);
  }

  private void number(
      MeterRegistry meters, String name, String of, Function<Backlog, Long> number) {
    Gauge.builder("switchboard." + name, () -> latest().map(number).orElse(null))
        .tag("of", of)
        .register(meters);
  }

  private void age(
      MeterRegistry meters, String name, String of, Function<Backlog, Optional<Instant>> oldest) {
    Gauge.builder("switchboard." + name, () -> latest().map(oldest).map(this::age).orElse(null))
        .tag("of", of)
        .baseUnit("seconds")
        .register(meters);
  }

  private double age(Optional<Instant> oldest) {
    return oldest
        .map(since -> Duration.between(since, clock.get().instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  private synchronized Optional<Backlog> latest() {
    long now = System.nanoTime();
    if (lookedAt.isEmpty() || now - lookedAt.get() > FRESH.toNanos()) {
      last = look();
      lookedAt = Optional.of(now);
    }
    return last;
  }

  private Optional<Backlog> look() {
    try {
      return Optional.of(backlogs.get().now());
    } catch (StoreUnavailable gone) {
      return Optional.empty();
    }
  }
}
