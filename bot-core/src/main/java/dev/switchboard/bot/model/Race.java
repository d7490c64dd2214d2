package dev.switchboard.bot.model;

import dev.switchboard.bot.model.Attempts.Got;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Asks another model as well where the first takes long to begin; the first that speaks is heard,
 * the other is told to stop. Both are booked.
 *
 * <p>After Dean and Barroso, The Tail at Scale (2013): a hedged request.
 */
final class Race<T> {
  private static final int NOBODY = -1;

  private final Pieces pieces;
  private final Function<Pieces, Attempts<T>> ways;
  private final List<Lane> lanes = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int speaker = NOBODY;

  /**
   * Begins nothing yet.
   *
   * @param pieces hears the one who speaks first
   * @param ways makes a way to an answer that tells its pieces there
   */
  Race(Pieces pieces, Function<Pieces, Attempts<T>> ways) {
    this.pieces = pieces;
    this.ways = ways;
  }

  /**
   * What came of it.
   *
   * @param because for each model that was thought of, why not
   */
  record Outcome<T>(Optional<Got<T>> got, List<String> because) {}

  /**
   * Asks.
   *
   * @param models in the order in which they are to be asked, two at least
   * @param after how long the first may take to begin
   */
  Outcome<T> run(List<Model> models, Duration after) {
    lock.lock();
    try {
      begin(models);
      if (!isDecided(after)) {
        var others = new ArrayList<>(models);
        Collections.rotate(others, -1);
        begin(others);
      }
      return outcome();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Outcome<>(Optional.empty(), List.of("nobody waits for the answer any more"));
    } finally {
      lanes.forEach(lane -> lane.thread.interrupt());
      lock.unlock();
    }
  }

  // Like all below that look at the lanes, called under the lock.
  private void begin(List<Model> models) {
    var lane = new Lane(lanes.size(), models);
    lanes.add(lane);
    lane.thread.start();
  }

  /** Whether somebody has spoken, or the only one has come to an end. */
  private boolean isDecided(Duration after) throws InterruptedException {
    long left = after.toNanos();
    while (speaker == NOBODY && lanes.getFirst().ended.isEmpty() && left > 0) {
      left = news.awaitNanos(left);
    }
    return speaker != NOBODY || lanes.getFirst().ended.isPresent();
  }

  private Outcome<T> outcome() throws InterruptedException {
    while (true) {
      for (var lane : lanes) {
        if (lane.ended.filter(Optional::isPresent).isPresent() && maySpeak(lane)) {
          return new Outcome<>(lane.ended.get(), List.of());
        }
      }
      if (lanes.stream().allMatch(lane -> lane.ended.isPresent())) {
        return new Outcome<>(Optional.empty(), because());
      }
      news.await();
    }
  }

  private List<String> because() {
    return lanes.stream().flatMap(lane -> lane.way.because().stream()).distinct().toList();
  }

  private boolean maySpeak(Lane lane) {
    return speaker == NOBODY || speaker == lane.number;
  }

  /** One way to an answer. */
  private final class Lane implements Pieces {
    private final int number;
    private final Thread thread;
    private final Attempts<T> way;
    private Optional<Optional<Got<T>>> ended = Optional.empty();

    private Lane(int number, List<Model> models) {
      this.number = number;
      way = ways.apply(this);
      thread = Thread.ofVirtual().unstarted(() -> end(way.ask(models)));
    }

    private void end(Optional<Got<T>> got) {
      lock.lock();
      try {
        // Who has spoken and come to nothing leaves the word to the other.
        if (got.isEmpty() && speaker == number) {
          speaker = NOBODY;
          pieces.restart();
        } else if (got.isPresent() && speaker == NOBODY) {
          speaker = number;
        }
        ended = Optional.of(got);
        news.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void next(String piece) {
      lock.lock();
      try {
        if (speaker == NOBODY) {
          speaker = number;
          news.signalAll();
          lanes.stream().filter(other -> other != this).forEach(other -> other.thread.interrupt());
        }
        if (speaker == number) {
          pieces.next(piece);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void restart() {
      lock.lock();
      try {
        if (speaker == number) {
          pieces.restart();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
