package dev.switchboard.bot.model;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps what is spent below the limits: the most that a call can cost is put aside before it is
 * made, and what it did cost is taken when it is over. So no race of callers goes beyond them.
 *
 * <p>It knows what this process spends, and at its start what was spent before; several processes
 * each hold the limit on their own.
 */
@Singleton
final class Budget {
  private static final double MICRO = 1_000_000;

  private final long day;
  private final long conversation;
  private final Ledger ledger;
  private final Clock clock;
  private final Map<String, Long> conversations = new HashMap<>();
  private LocalDate today = LocalDate.MIN;
  private long spent;

  Budget(BudgetSettings settings, Ledger ledger, Clock clock) {
    day = Math.round(settings.day() * MICRO);
    conversation = Math.round(settings.conversation() * MICRO);
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Puts so much aside.
   *
   * @param micros in micro-dollars
   * @return whether there is so much left
   */
  synchronized boolean reserve(String conversationId, long micros) {
    begin();
    long before = conversations.getOrDefault(conversationId, 0L);
    boolean ofConversation = !conversationId.isEmpty();
    if (spent + micros > day || ofConversation && before + micros > conversation) {
      return false;
    }
    spent += micros;
    conversations.put(conversationId, before + micros);
    return true;
  }

  /** Gives back what was put aside but not spent. */
  synchronized void settle(String conversationId, long reserved, long micros) {
    spent += micros - reserved;
    conversations.merge(conversationId, micros - reserved, Long::sum);
  }

  /** What has been spent today, with what is put aside, in micro-dollars. */
  synchronized long spent() {
    begin();
    return spent;
  }

  /** The share of the day's limit that is spent or put aside, 0 to 1. */
  synchronized double share() {
    begin();
    return day == 0 ? 1 : Math.min(1, (double) spent / day);
  }

  private void begin() {
    var now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(today)) {
      var midnight = now.atStartOfDay(ZoneOffset.UTC).toInstant();
      today = now;
      conversations.clear();
      conversations.putAll(ledger.spentSince(midnight));
      spent = conversations.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
