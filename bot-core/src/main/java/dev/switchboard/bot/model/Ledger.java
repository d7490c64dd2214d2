package dev.switchboard.bot.model;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Books every call of a model on its conversation. */
@Singleton
public final class Ledger {
  private final DurableCommit commit;
  private final CallTable table;

  Ledger(DurableCommit commit, CallTable table) {
    this.commit = commit;
    this.table = table;
  }

  void book(Booking booking) {
    var usage = booking.usage();
    var row =
        new CallTable.Row(
            UUID.randomUUID().toString(),
            booking.at().toEpochMilli(),
            booking.conversationId(),
            booking.purpose(),
            booking.model(),
            booking.tier().name(),
            booking.attempt(),
            usage.in(),
            usage.out(),
            usage.cached(),
            usage.reasoning(),
            usage.told(),
            booking.cost(),
            booking.first().toMillis(),
            booking.whole().toMillis(),
            booking.outcome(),
            booking.because());
    commit.run(() -> table.save(row));
  }

  /** What was spent since then on each conversation, in micro-dollars. */
  Map<String, Long> spentSince(Instant since) {
    return commit.read(() -> table.spentSince(since.toEpochMilli())).stream()
        .collect(Collectors.toMap(CallTable.Spent::conversationId, CallTable.Spent::cost));
  }

  /** The calls for a conversation, in their order. */
  public List<Booking> of(String conversationId) {
    return commit.read(() -> table.of(conversationId)).stream().map(Ledger::booking).toList();
  }

  private static Booking booking(CallTable.Row row) {
    return new Booking(
        Instant.ofEpochMilli(row.calledAt()),
        row.conversationId(),
        row.purpose(),
        row.model(),
        Tier.valueOf(row.tier()),
        row.attempt(),
        new Usage(
            row.tokensIn(),
            row.tokensOut(),
            row.tokensCached(),
            row.tokensReasoning(),
            row.tokensTold()),
        row.cost(),
        Duration.ofMillis(row.firstMillis()),
        Duration.ofMillis(row.wholeMillis()),
        row.outcome(),
        row.because());
  }
}
