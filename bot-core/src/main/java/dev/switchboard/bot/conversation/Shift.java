package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot at work: threads that let the worker, the courier and the timers do what is due, as soon
 * as the bell rings, and every second without it.
 */
@Singleton
public final class Shift {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration LOOKS = Duration.ofSeconds(1);
  // Less than the time that a server is given to stop.
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int WORKERS = 2;

  private final Worker worker;
  private final Courier courier;
  private final Timers timers;
  private final Bell bell;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;
  private Bell.Listening listening = () -> {};

  Shift(Worker worker, Courier courier, Timers timers, Bell bell) {
    this.worker = worker;
    this.courier = courier;
    this.timers = timers;
    this.bell = bell;
  }

  /** Begins; a second call does nothing. */
  public synchronized void start() {
    if (!threads.isEmpty() || over) {
      return;
    }
    var wakings = new ArrayList<Semaphore>();
    for (int i = 1; i <= WORKERS; i++) {
      wakings.add(begin("bot-" + i, worker::next));
    }
    wakings.add(begin("courier", courier::next));
    begin("timers", () -> Optional.of(timers.run()).filter(done -> done > 0));
    listening =
        bell.listen(happening -> {
          if (happening instanceof Happening.Changed) {
            wakings.forEach(Shift::wake);
          }
        });
  }

  // One permit says all: whoever wakes does everything that is due.
  private static void wake(Semaphore waking) {
    if (waking.availablePermits() == 0) {
      waking.release();
    }
  }

  private Semaphore begin(String name, Supplier<Optional<?>> work) {
    var waking = new Semaphore(0);
    threads.add(Thread.ofPlatform().daemon().name(name).start(() -> keepDoing(work, waking)));
    return waking;
  }

  private void keepDoing(Supplier<Optional<?>> work, Semaphore waking) {
    while (!over) {
      try {
        while (!over && work.get().isPresent()) {
          // The next one may be due already.
        }
        waking.tryAcquire(LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        waking.drainPermits();
      } catch (StoreUnavailable gone) {
        LOG.warn("the database cannot be used now: {}", gone.getMessage());
        pause(waking);
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException fault) {
        LOG.error("a conversation could not be worked on", fault);
        pause(waking);
      }
    }
  }

  // Not woken by the bell: what has just failed would fail again at once.
  private static void pause(Semaphore waking) {
    waking.drainPermits();
    LockSupport.parkNanos(LOOKS.toNanos());
  }

  /** Ends: what is being worked on is finished, within ten seconds. */
  @PreDestroy
  public synchronized void close() {
    over = true;
    listening.close();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (var thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
