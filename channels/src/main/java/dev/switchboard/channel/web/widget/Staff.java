package dev.switchboard.channel.web.widget;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.switchboard.bot.conversation.Staffing;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What customers are told of the people: only what was measured. Looked up once in half a minute,
 * however many ask.
 */
@Singleton
final class Staff {
  /** An agent who did nothing for longer does not count as being there. */
  static final Duration RECENTLY = Duration.ofMinutes(15);

  /** The time in which waits are measured. */
  static final Duration MEASURED = Duration.ofHours(2);

  /** With fewer waits nothing is said. */
  static final int LEAST_WAITS = 10;

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final LoadingCache<Duration, Boolean> present;
  private final LoadingCache<Duration, Optional<Eta>> eta;

  Staff(Staffing staffing, Clock clock) {
    present = remembered(clock).build(staffing::isAtWork);
    eta = remembered(clock).build(within -> eta(staffing.waits(within)));
  }

  private static Caffeine<Object, Object> remembered(Clock clock) {
    return Caffeine.newBuilder()
        .maximumSize(1)
        .expireAfterWrite(KEPT)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }

  /**
   * How long it takes until a person comes, for half of those who waited lately.
   *
   * @param fromMinutes a quarter waited no longer
   * @param toMinutes three quarters waited no longer, at least 1
   */
  @Serdeable
  record Eta(
      @JsonProperty("from_minutes") long fromMinutes, @JsonProperty("to_minutes") long toMinutes) {}

  /** Whether people were at work lately. */
  boolean isPresent() {
    return present.get(RECENTLY);
  }

  /** How long a customer in the queue has to wait; empty where too little is known. */
  Optional<Eta> eta() {
    return eta.get(MEASURED);
  }

  private static Optional<Eta> eta(List<Duration> waits) {
    if (waits.size() < LEAST_WAITS) {
      return Optional.empty();
    }
    long from = waits.get(waits.size() / 4).toMinutes();
    long to = waits.get(waits.size() * 3 / 4).plusMinutes(1).minusMillis(1).toMinutes();
    return Optional.of(new Eta(from, Math.max(1, to)));
  }
}
