package dev.switchboard.bot.model;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books every call of a model on its conversation. */
@Singleton
public final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final Duration SOON = Duration.ofMillis(250);
  private static final int AT_A_TIME = 500;
  private static final int MOST_WAITING = 20_000;

  private final DurableCommit commit;
  private final CallTable table;
  private final CallMeters meters;
  private final BlockingQueue<CallTable.Row> waiting = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ledger").factory());

  Ledger(DurableCommit commit, CallTable table, CallMeters meters) {
    this.commit = commit;
    this.table = table;
    this.meters = meters;
    clock.scheduleWithFixedDelay(
        this::flushIfPossible, SOON.toMillis(), SOON.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Books the call at once. */
  void book(Booking booking) {
    var row = row(booking);
    commit.run(() -> table.save(row));
    meters.booked(booking);
  }

  /** Books the call within {@link #SOON}, or when somebody asks for what is booked. */
  void bookSoon(Booking booking) {
    meters.booked(booking);
    waiting.add(row(booking));
    if (waiting.size() > MOST_WAITING) {
      flush();
    }
  }

  private synchronized void flush() {
    while (!waiting.isEmpty()) {
      var rows = new ArrayList<CallTable.Row>();
      waiting.drainTo(rows, AT_A_TIME);
      try {
        commit.run(() -> table.saveAll(rows));
      } catch (StoreUnavailable gone) {
        waiting.addAll(rows);
        throw gone;
      }
    }
  }

  private void flushIfPossible() {
    try {
      flush();
    } catch (StoreUnavailable gone) {
      LOG.warn("calls of models are booked later: {}", gone.getMessage());
    }
  }

  @PreDestroy
  void close() {
    clock.shutdown();
    flushIfPossible();
  }

  private static CallTable.Row row(Booking booking) {
    var usage = booking.usage();
    return new CallTable.Row(
        TimeOrderedId.of(booking.at().toEpochMilli()),
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
        booking.because(),
        booking.withheld(),
        booking.pictures());
  }

  /** What was spent since then on each conversation, in micro-dollars. */
  Map<String, Long> spentSince(Instant since) {
    flush();
    return commit.read(() -> table.spentSince(since.toEpochMilli())).stream()
        .collect(Collectors.toMap(CallTable.Spent::conversationId, CallTable.Spent::cost));
  }

  /** What was spent since then, by day, model and purpose, the latest day first. */
  public List<Spending> spending(Instant since) {
    flush();
    return commit.read(() -> table.spending(since.toEpochMilli()));
  }

  /** The calls for a conversation, in their order. */
  public List<Booking> of(String conversationId) {
    flush();
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
        row.because(),
        row.withheld(),
        row.pictures());
  }
}
