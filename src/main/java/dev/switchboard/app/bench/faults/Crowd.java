package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.chat.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The customers of a server that comes and goes at one address, and the pages they leave open. */
final class Crowd implements AutoCloseable {
  private static final String RANDOM = "L64X128MixRandom";
  private static final int CUSTOMERS = 8;

  private final URI server;
  private final Journal journal = new Journal();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> customers = new ArrayList<>();
  private final List<Future<?>> followers = new ArrayList<>();
  private volatile boolean stopping;
  private volatile boolean over;

  /**
   * Nobody writes yet.
   *
   * @param server where it listens whenever it runs
   */
  Crowd(URI server) {
    this.server = server;
  }

  static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of(RANDOM).create(seed);
  }

  /** Lets everybody write from now on. */
  void begin(long seed) {
    for (int number = 0; number < CUSTOMERS; number++) {
      var customer = new Customer("c" + number, this, random(seed + number));
      customers.add(threads.submit(customer));
    }
  }

  URI server() {
    return server;
  }

  Journal journal() {
    return journal;
  }

  /** Whether to begin nothing new. */
  boolean isStopping() {
    return stopping;
  }

  /** Whether to leave at once. */
  boolean isOver() {
    return over;
  }

  Follower follow(String token, String conversation) {
    var follower = new Follower(this, token, conversation);
    synchronized (followers) {
      followers.removeIf(Future::isDone);
      followers.add(threads.submit(follower));
    }
    return follower;
  }

  /**
   * Lets everybody finish: messages until they are acknowledged, pages until they show them.
   *
   * @return whether that was so in time
   */
  boolean finish(Duration patience) {
    stopping = true;
    boolean done = Pause.until(this::isDone, patience);
    customers.stream()
        .filter(customer -> customer.state() == Future.State.FAILED)
        .forEach(customer -> journal.fail("a customer: " + customer.exceptionNow()));
    return done;
  }

  private boolean isDone() {
    synchronized (followers) {
      return customers.stream().allMatch(Future::isDone)
          && followers.stream().allMatch(Future::isDone);
    }
  }

  @Override
  public void close() {
    stopping = true;
    over = true;
    threads.shutdownNow();
  }
}
