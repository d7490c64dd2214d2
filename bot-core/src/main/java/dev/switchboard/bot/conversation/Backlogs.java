package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Looks how much waits. */
@Singleton
public final class Backlogs {
  private final DurableCommit commit;
  private final TurnTable turns;
  private final OutboxTable outbox;
  private final Clock clock;

  Backlogs(DurableCommit commit, TurnTable turns, OutboxTable outbox, Clock clock) {
    this.commit = commit;
    this.turns = turns;
    this.outbox = outbox;
    this.clock = clock;
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

  /**
   * Whether the bot has more to reply to than that, and the oldest of it for longer than that. A
   * single message that cannot be replied to is no reason.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot be asked now
   */
  public boolean behind(long messages, Duration wait) {
    var bot = commit.read(turns::forBot);
    var begun = clock.instant().minus(wait);
    return bot.number() > messages && bot.since().filter(begun::isAfter).isPresent();
  }
}
