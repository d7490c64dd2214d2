package dev.switchboard.channel.web.widget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.switchboard.channel.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** How many pages one visitor may have open at once, whatever conversations they look at. */
@Singleton
final class Seats {
  static final int MOST = 10;

  // Longer than any stream lasts: a seat whose page vanished without a word is free then.
  private static final Duration HEALS = Duration.ofMinutes(35);
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Cache<String, Semaphore> seats =
      Caffeine.newBuilder().expireAfterWrite(HEALS).build();

  /**
   * Takes a seat.
   *
   * @return gives it back, once
   * @throws Refusal with 429 when there is none
   */
  Runnable take(Visitor visitor) {
    var free = seats.get(visitor.id(), id -> new Semaphore(MOST));
    if (!free.tryAcquire()) {
      throw Refusal.tooMany(WAIT);
    }
    return free::release;
  }
}
