package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;

/** Looks how much waits. */
@Singleton
public final class Backlogs {
  private final DurableCommit commit;
  private final TurnTable turns;
  private final OutboxTable outbox;

  Backlogs(DurableCommit commit, TurnTable turns, OutboxTable outbox) {
    this.commit = commit;
    this.turns = turns;
    this.outbox = outbox;
  }

  /**
   * What waits now.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot be asked now
   */
  public Backlog now() {
    return commit.read(() -> {
      var bot = turns.forBot();
      var people = turns.forPeople();
      var deliveries = outbox.pending();
      return new Backlog(
          bot.number(),
          bot.since(),
          people.number(),
          people.since(),
          deliveries.number(),
          deliveries.since(),
          outbox.countDead());
    });
  }
}
