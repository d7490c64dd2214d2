package dev.switchboard.bot.conversation;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Takes everything over, but for the answers that a test has put in before. */
final class Postbox implements Address {
  /** What the next deliveries come to, one each; empty: they are sent. */
  final ConcurrentLinkedQueue<Supplier<Delivery>> answers = new ConcurrentLinkedQueue<>();

  /** All that was handed in, in its order, whether or not it was sent. */
  final List<Outgoing> handedIn = new CopyOnWriteArrayList<>();

  @Override
  public String channel() {
    return "web";
  }

  @Override
  public Delivery deliver(Outgoing outgoing) {
    handedIn.add(outgoing);
    var answer = answers.poll();
    return answer == null ? new Delivery.Sent() : answer.get();
  }

  void empty() {
    answers.clear();
    handedIn.clear();
  }
}
