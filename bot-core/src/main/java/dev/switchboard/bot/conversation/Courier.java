package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Delivery.Refused;
import dev.switchboard.bot.conversation.Delivery.Sent;
import dev.switchboard.bot.conversation.Delivery.TryLater;
import dev.switchboard.bot.privacy.Wordless;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Delivers what is in the outbox: at least once, the turns of a conversation one after the other.
 *
 * <p>Any number of threads and processes may call it at once. What one of them has taken stays
 * taken for {@link #LEASE}. A turn that cannot be delivered becomes a dead letter; the turns behind
 * it go on their way then.
 */
@Singleton
public final class Courier {
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofHours(1));
  static final int MOST_ATTEMPTS = 20;

  private static final int LONGEST_ERROR = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final DurableCommit commit;
  private final OutboxTable outbox;
  private final List<Address> addresses;
  private final Clock clock;
  private final RandomGenerator random;

  Courier(
      DurableCommit commit,
      OutboxTable outbox,
      List<Address> addresses,
      Clock clock,
      RandomGenerator random) {
    this.commit = commit;
    this.outbox = outbox;
    this.addresses = addresses;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes one attempt to deliver a turn that is due.
   *
   * @return what became of it, empty when none is due
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now; what was
   *     taken is tried again later
   */
  public Optional<Delivery> next() {
    return take()
        .map(row -> {
          try (var _ = MDC.putCloseable(Worker.CONVERSATION, row.conversationId())) {
            var delivery = delivery(row);
            commit.run(() -> record(row, delivery));
            return delivery;
          }
        });
  }

  private Optional<OutboxRow> take() {
    long now = clock.millis();
    // Asked first without writing: an idle courier must not make the others wait.
    return commit.read(() -> outbox.countDue(now)) == 0
        ? Optional.empty()
        : commit.write(() -> outbox.lockDue(now).map(row -> taken(row, now)));
  }

  private OutboxRow taken(OutboxRow row, long now) {
    outbox.take(row.conversationId(), row.seq(), now + LEASE.toMillis());
    return row;
  }

  private Delivery delivery(OutboxRow row) {
    // Attempts that took the process down with them have left no error, but they were counted.
    if (row.attempts() >= MOST_ATTEMPTS) {
      return new Refused("no attempt came to an end");
    }
    try {
      var key = row.conversationId() + "/" + row.seq();
      var outgoing = new Outgoing(key, row.channel(), row.address(), row.payload());
      return addresses.stream()
          .filter(address -> address.channel().equals(row.channel()))
          .findFirst()
          .map(address -> address.deliver(outgoing))
          .orElseGet(() -> new TryLater("no channel is named " + row.channel()));
    } catch (RuntimeException fault) {
      var logged = Wordless.of(fault);
      LOG.warn("conversation {}: turn {} not delivered", row.conversationId(), row.seq(), logged);
      return new TryLater(String.valueOf(fault));
    }
  }

  private void record(OutboxRow row, Delivery delivery) {
    switch (delivery) {
      case Sent _ -> record(row, "DELIVERED", Duration.ZERO, Optional.empty());
      case Refused(var because) -> record(row, "DEAD", Duration.ZERO, Optional.of(because));
      case TryLater(var because) when row.attempts() + 1 >= MOST_ATTEMPTS ->
          record(row, "DEAD", Duration.ZERO, Optional.of(because));
      case TryLater(var because) ->
          record(row, "PENDING", BACKOFF.after(row.attempts() + 1, random), Optional.of(because));
    }
  }

  // Of two that had the same turn because the first took too long, only the second may write.
  private void record(OutboxRow row, String state, Duration wait, Optional<String> error) {
    outbox.record(
        row.conversationId(),
        row.seq(),
        row.attempts() + 1,
        state,
        clock.millis() + wait.toMillis(),
        error
            .map(because -> StorableText.cut(StorableText.cleaned(because), LONGEST_ERROR))
            .orElse(null));
  }
}
