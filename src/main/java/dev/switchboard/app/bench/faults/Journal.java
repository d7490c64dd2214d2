package dev.switchboard.app.bench.faults;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the customers were promised and what they saw. It outlives every server. */
final class Journal {
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong doubled = new AtomicLong();
  private final AtomicLong outOfTurn = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  void acknowledge(Acknowledged message) {
    acknowledged.add(message);
    count.incrementAndGet();
  }

  /** Something was shown or stored that had been before. */
  void doubled() {
    doubled.incrementAndGet();
  }

  /** Something was shown before what comes before it. */
  void outOfTurn() {
    outOfTurn.incrementAndGet();
  }

  /** The server answered as it never should. */
  void fail(String answer) {
    failures.add(answer);
  }

  /** How many were acknowledged so far. */
  long count() {
    return count.get();
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  long timesDoubled() {
    return doubled.get();
  }

  long timesOutOfTurn() {
    return outOfTurn.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
