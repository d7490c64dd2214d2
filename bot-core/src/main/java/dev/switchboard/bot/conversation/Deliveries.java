package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;

/** Whether turns have reached the customer. */
@Singleton
public final class Deliveries {
  private final DurableCommit commit;
  private final OutboxTable outbox;

  Deliveries(DurableCommit commit, OutboxTable outbox) {
    this.commit = commit;
    this.outbox = outbox;
  }

  /** How far a turn is on its way. */
  public enum State {
    PENDING,
    /** The customer's channel has taken it over. */
    DELIVERED,
    /** It will not reach the customer unless somebody tries again. */
    DEAD
  }

  /**
   * The state of a turn that was put on its way; of any other {@link State#DELIVERED}, for there is
   * nothing to wait for.
   *
   * @param seq the turn, by {@link Turn#seq()}
   */
  public State of(String conversationId, long seq) {
    return commit
        .read(() -> outbox.find(conversationId, seq))
        .map(row -> State.valueOf(row.state()))
        .orElse(State.DELIVERED);
  }
}
