package dev.switchboard.bot.conversation;

import dev.switchboard.bot.privacy.Wordless;
import dev.switchboard.bot.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the shift: does all that is due when it is woken, and looks every second. */
final class Hand {
  /** How long one piece of work may take before it counts as stuck. */
  static final Duration LONGEST = WorkQueue.LEASE.multipliedBy(2);

  private static final Duration LOOKS = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Hand.class);

  private final String name;
  private final Supplier<Optional<?>> work;
  private final Clock clock;
  private final Semaphore waking = new Semaphore(0);
  private final Thread thread;
  private volatile Optional<Instant> busySince = Optional.empty();
  private volatile boolean over;

  /**
   * Begins at once.
   *
   * @param work does one thing that is due; empty when nothing was
   */
  Hand(String name, Supplier<Optional<?>> work, Clock clock) {
    this.name = name;
    this.work = work;
    this.clock = clock;
    thread = Thread.ofPlatform().daemon().name(name).start(this::keepDoing);
  }

  /** One permit says all: whoever wakes does everything that is due. */
  void wake() {
    if (waking.availablePermits() == 0) {
      waking.release();
    }
  }

  /** Begins nothing new. */
  void stop() {
    over = true;
    wake();
  }

  /** Waits until it has ended. */
  void join(Duration longest) throws InterruptedException {
    thread.join(longest);
  }

  /** What is wrong: it has ended without being told to, or does not come to an end. */
  Optional<String> trouble() {
    if (!thread.isAlive() && !over) {
      return Optional.of(name + " has ended");
    }
    return busySince
        .map(since -> Duration.between(since, clock.instant()))
        .filter(busy -> busy.compareTo(LONGEST) > 0)
        .map(busy -> "%s has been at one thing for %d s".formatted(name, busy.toSeconds()));
  }

  @SuppressWarnings("IllegalCatch") // An error that one message causes must not end the work.
  private void keepDoing() {
    while (!over) {
      try {
        while (!over && doOne()) {
          // The next one may be due already.
        }
        waking.tryAcquire(LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        waking.drainPermits();
      } catch (StoreUnavailable gone) {
        LOG.warn("the database cannot be used now: {}", gone.getMessage());
        pause();
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException | Error fault) {
        LOG.error("a conversation could not be worked on", Wordless.of(fault));
        pause();
      }
    }
  }

  private boolean doOne() {
    busySince = Optional.of(clock.instant());
    try {
      return work.get().isPresent();
    } finally {
      busySince = Optional.empty();
    }
  }

  // Not woken by the bell: what has just failed would fail again at once.
  private void pause() {
    waking.drainPermits();
    LockSupport.parkNanos(LOOKS.toNanos());
  }
}
