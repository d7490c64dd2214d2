package dev.switchboard.app.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * How much load is put on a server.
 *
 * @param quick whether little is asked, to see that it works; the figures mean little
 * @param soak how long it is watched under a steady load, zero for not at all
 */
public record LoadPlan(boolean quick, Duration soak) {

  /** Messages a second of customers who have an agent. */
  List<Integer> rates() {
    return quick ? List.of(20) : List.of(50, 100, 200, 400);
  }

  /** Messages a second of customers whom the bot answers; the last is far more than it can do. */
  List<Integer> botRates() {
    return quick ? List.of(5) : List.of(25, 50, 100, 300);
  }

  /** How long each rate is held. */
  Duration round() {
    return Duration.ofSeconds(quick ? 4 : 20);
  }

  /** Visitors who write, so many that none reaches the limit of what one may send. */
  int writers() {
    return quick ? 20 : 1_000;
  }

  /** Streams that are open while nothing happens. */
  List<Integer> streams() {
    return quick ? List.of(50, 200) : List.of(1_000, 5_000, 10_000);
  }

  /** Clients that never come to the end of what they send. */
  int slowClients() {
    return quick ? 50 : 2_000;
  }

  /** Turns of one long conversation. */
  int turns() {
    return quick ? 100 : 1_000;
  }

  /** How often what takes a moment is measured. */
  int repeats() {
    return quick ? 50 : 1_000;
  }
}
