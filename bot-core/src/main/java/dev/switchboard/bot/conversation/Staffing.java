package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the tables say of the people: whether they are at work, and how long they let one wait. */
@Singleton
public final class Staffing {
  private static final int MOST_WAITS = 1_000;

  private final DurableCommit commit;
  private final CustodyEventTable events;
  private final TurnTable turns;
  private final Clock clock;

  Staffing(DurableCommit commit, CustodyEventTable events, TurnTable turns, Clock clock) {
    this.commit = commit;
    this.events = events;
    this.turns = turns;
    this.clock = clock;
  }

  /** Whether an agent has taken, answered or finished anything in that time. */
  public boolean isAtWork(Duration within) {
    long since = clock.instant().minus(within).toEpochMilli();
    return commit.read(() -> events.countByAgents(since) > 0 || turns.countByAgents(since) > 0);
  }

  /**
   * How long those waited in the queue whom agents took in that time, shortest first; of very many
   * the latest 1,000.
   */
  public List<Duration> waits(Duration within) {
    long since = clock.instant().minus(within).toEpochMilli();
    return commit.read(() -> events.waitsSince(since, MOST_WAITS)).stream()
        .sorted()
        .map(Duration::ofMillis)
        .toList();
  }
}
