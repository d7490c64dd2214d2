package dev.switchboard.channel.slack.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What goes wrong by chance, while there is a storm. */
final class Weather {
  private static final List<Fault> FAULTS =
      List.of(
          new Fault.Status(503),
          new Fault.LostAnswer(),
          new Fault.Error("internal_error"),
          new Fault.RateLimited(Duration.ZERO));

  private Optional<Storm> storm = Optional.empty();

  synchronized void become(Storm storm) {
    this.storm = Optional.of(storm);
  }

  synchronized void calmDown() {
    storm = Optional.empty();
  }

  synchronized boolean isCalm() {
    return storm.isEmpty();
  }

  /** Whether something befalls what happens now. */
  synchronized boolean strikes() {
    return storm.filter(now -> now.random().nextDouble() < now.share()).isPresent();
  }

  /** What a call fails by, if it does. */
  synchronized Optional<Fault> fault() {
    return strikes()
        ? storm.map(now -> FAULTS.get(now.random().nextInt(FAULTS.size())))
        : Optional.empty();
  }

  /** Takes its time, at times. */
  void delay() {
    if (strikes()) {
      try {
        Thread.sleep(pause());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Takes its time more often, so that what comes later may overtake. */
  void disorder() {
    delay();
    delay();
  }

  private synchronized Duration pause() {
    return storm
        .map(now -> Duration.ofMillis(now.random().nextLong(now.longest().toMillis() + 1)))
        .orElse(Duration.ZERO);
  }
}
