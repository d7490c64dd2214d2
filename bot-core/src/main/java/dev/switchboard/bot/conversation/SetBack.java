package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;

/**
 * Mends what a clock leaves behind that was set back: what was due by the old time would wait until
 * the new one gets there. It is known by being due further ahead than any lease or pause reaches.
 */
@Singleton
final class SetBack {
  private static final long LONGEST_LEASE = WorkQueue.LEASE.toMillis();
  private static final long LONGEST_PAUSE = Courier.BACKOFF.longest().toMillis();

  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final OutboxTable outbox;

  SetBack(DurableCommit commit, ConversationTable conversations, OutboxTable outbox) {
    this.commit = commit;
    this.conversations = conversations;
    this.outbox = outbox;
  }

  /**
   * Makes it due at once.
   *
   * @param now in milliseconds since 1970-01-01 UTC
   * @return how much there was
   */
  int mend(long now) {
    // Asked first without writing: it hardly ever happens, and is looked for every second.
    long work = commit.read(() -> conversations.countTooFarAhead(now + LONGEST_LEASE));
    long letters = commit.read(() -> outbox.countTooFarAhead(now, now + LONGEST_PAUSE));
    if (work + letters > 0) {
      commit.run(() -> {
        conversations.bringForward(now, now + LONGEST_LEASE);
        outbox.bringForward(now, now + LONGEST_PAUSE);
      });
    }
    return Math.toIntExact(work + letters);
  }
}
