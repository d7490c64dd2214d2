package dev.switchboard.bot.conversation;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bot at work: threads that let the worker, the courier, the timers and the chores of channels
 * do what is due, as soon as the bell rings, and every second without it.
 */
@Singleton
public final class Shift {
  // Less than the time that a server is given to stop.
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int WORKERS = 2;

  private final Worker worker;
  private final Courier courier;
  private final Timers timers;
  private final List<Chore> chores;
  private final Bell bell;
  private final Clock clock;
  private volatile List<Hand> hands = List.of();
  private volatile boolean over;
  private Bell.Listening listening = () -> {};

  Shift(Worker worker, Courier courier, Timers timers, List<Chore> chores, Bell bell, Clock clock) {
    this.worker = worker;
    this.courier = courier;
    this.timers = timers;
    this.chores = List.copyOf(chores);
    this.bell = bell;
    this.clock = clock;
  }

  /** Begins; a second call does nothing. */
  public synchronized void start() {
    if (!hands.isEmpty() || over) {
      return;
    }
    var woken = new ArrayList<Hand>();
    for (int i = 1; i <= WORKERS; i++) {
      woken.add(new Hand("bot-" + i, worker::next, clock));
    }
    woken.add(new Hand("courier", courier::next, clock));
    for (var chore : chores.stream().filter(Chore::isWanted).toList()) {
      var hand = new Hand(chore.name(), chore::next, clock);
      chore.wakeBy(hand::wake);
      woken.add(hand);
    }
    var all = new ArrayList<>(woken);
    all.add(new Hand("timers", () -> Optional.of(timers.run()).filter(done -> done > 0), clock));
    hands = List.copyOf(all);
    listening =
        bell.listen(happening -> {
          if (happening instanceof Happening.Changed) {
            woken.forEach(Hand::wake);
          }
        });
  }

  /** Why not everything that is due is done, empty when all are at work. */
  public Optional<String> trouble() {
    if (over) {
      return Optional.of("the bot stops working");
    }
    if (hands.isEmpty()) {
      return Optional.of("the bot has not begun to work");
    }
    var troubles = hands.stream().flatMap(hand -> hand.trouble().stream()).toList();
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(troubles.stream().collect(Collectors.joining(", ")));
  }

  /**
   * Ends: what is being worked on is finished, within ten seconds. What takes longer is left to
   * whoever works next.
   */
  @PreDestroy
  public synchronized void close() {
    over = true;
    listening.close();
    hands.forEach(Hand::stop);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (var hand : hands) {
        hand.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    worker.handOver();
  }
}
