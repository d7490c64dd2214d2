package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The turns that could not be delivered. */
@Singleton
public final class DeadLetters {
  private static final int MOST = 100;

  private final DurableCommit commit;
  private final OutboxTable outbox;
  private final Clock clock;

  DeadLetters(DurableCommit commit, OutboxTable outbox, Clock clock) {
    this.commit = commit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The oldest 100 of them, the oldest first. */
  public List<DeadLetter> oldest() {
    return commit.read(() -> outbox.dead(MOST)).stream().map(DeadLetters::letter).toList();
  }

  /** How many there are. */
  public long count() {
    return commit.read(outbox::countDead);
  }

  private static DeadLetter letter(OutboxRow row) {
    return new DeadLetter(
        row.conversationId(),
        row.seq(),
        row.channel(),
        row.address(),
        row.payload(),
        row.attempts(),
        row.lastError() == null ? "" : row.lastError());
  }

  /**
   * Puts the turn on its way again at once, with all its attempts; it comes after turns that were
   * delivered meanwhile.
   *
   * @return whether it was a dead letter
   */
  public boolean retry(String conversationId, long seq) {
    return commit.write(() -> outbox.revive(conversationId, seq, clock.millis()) == 1);
  }
}
