package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How questions climbed the ladder, as the receipts of the bot's replies tell. */
@Singleton
public final class Ascents {
  // Receipts are long, and only a little of each is wanted.
  private static final Duration AT_A_TIME = Duration.ofHours(1);

  private final DurableCommit commit;
  private final TurnTable turns;
  private final Receipts receipts;
  private final Clock clock;

  Ascents(DurableCommit commit, TurnTable turns, Receipts receipts, Clock clock) {
    this.commit = commit;
    this.turns = turns;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** All since then, the oldest first. */
  public List<Ascent> since(Instant since) {
    var all = new ArrayList<Ascent>();
    var now = clock.instant();
    for (var from = since; !from.isAfter(now); from = from.plus(AT_A_TIME)) {
      long begin = from.toEpochMilli();
      commit
          .read(() -> turns.receipts(begin, begin + AT_A_TIME.toMillis()))
          .forEach(receipt -> receipts.read(receipt).ifPresent(read -> all.addAll(read.climbed())));
    }
    return all;
  }
}
