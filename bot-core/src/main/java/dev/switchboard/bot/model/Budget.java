package dev.switchboard.bot.model;

import dev.switchboard.bot.store.DurableCommit;
import dev.switchboard.bot.store.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is spent below the limits: the most that a call can cost is put aside before it is
 * made, and what it did cost is taken when it is over. So no race of callers goes beyond them.
 *
 * <p>Any number of processes share the limit of a day: each leases a part of it in the database and
 * spends of that. What a process had leased when it crashed counts as spent.
 */
@Singleton
final class Budget {
  private static final Logger LOG = LoggerFactory.getLogger(Budget.class);
  private static final double MICRO = 1_000_000;
  // So large that the database is rarely asked, so small that little is lost by a crash.
  private static final long PARTS_OF_A_DAY = 200;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final long day;
  private final long conversation;
  private final DurableCommit commit;
  private final BudgetTable table;
  private final Ledger ledger;
  private final Clock clock;
  private final Map<String, Long> conversations = new HashMap<>();
  private LocalDate today = LocalDate.MIN;
  private long leased;
  private long spent;
  private long leasedByAll;
  private long looked;

  Budget(
      BudgetSettings settings,
      DurableCommit commit,
      BudgetTable table,
      Ledger ledger,
      Clock clock) {
    day = Math.round(settings.day() * MICRO);
    conversation = Math.round(settings.conversation() * MICRO);
    this.commit = commit;
    this.table = table;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Puts so much aside.
   *
   * @param micros in micro-dollars
   * @return whether there is so much left
   * @throws StoreUnavailable when the database is needed for it, and cannot do it now
   */
  synchronized boolean reserve(String conversationId, long micros) {
    begin();
    long before = conversations.getOrDefault(conversationId, 0L);
    boolean ofConversation = !conversationId.isEmpty();
    if (ofConversation && before + micros > conversation) {
      return false;
    }
    if (spent + micros > leased && !leases(spent + micros - leased)) {
      return false;
    }
    spent += micros;
    if (ofConversation) {
      conversations.put(conversationId, before + micros);
    }
    return true;
  }

  private boolean leases(long micros) {
    long part = Math.max(micros, day / PARTS_OF_A_DAY);
    return leased(part) || part > micros && leased(micros);
  }

  private boolean leased(long micros) {
    boolean done =
        commit.write(() -> {
          boolean leased = table.lease(today.toString(), micros, day) == 1;
          leasedByAll = table.leased(today.toString()).orElse(0L);
          return leased;
        });
    leased += done ? micros : 0;
    return done;
  }

  /** Gives back what was put aside but not spent. */
  synchronized void settle(String conversationId, long reserved, long micros) {
    spent += micros - reserved;
    if (!conversationId.isEmpty()) {
      conversations.merge(conversationId, micros - reserved, Long::sum);
    }
  }

  /** The share of the day's limit that is spent or put aside, 0 to 1, as far as is known here. */
  synchronized double share() {
    begin();
    look();
    return day == 0 ? 1 : Math.min(1, Math.max(0, (double) (leasedByAll - leased + spent) / day));
  }

  // What others have put aside changes without a word.
  private void look() {
    long now = clock.millis();
    if (now - looked > LOOK_EVERY.toMillis()) {
      looked = now;
      try {
        leasedByAll = commit.read(() -> table.leased(today.toString())).orElse(0L);
      } catch (StoreUnavailable gone) {
        LOG.warn("how much of the day's budget is left cannot be told: {}", gone.getMessage());
      }
    }
  }

  private void begin() {
    var now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(today)) {
      var midnight = now.atStartOfDay(ZoneOffset.UTC).toInstant();
      var before = ledger.spentSince(midnight);
      long all = before.values().stream().mapToLong(Long::longValue).sum();
      leasedByAll =
          commit.write(() -> {
            table.begin(now.toString(), all);
            return table.leased(now.toString()).orElse(0L);
          });
      today = now;
      conversations.clear();
      conversations.putAll(before);
      spent = 0;
      leased = 0;
    }
  }

  @PreDestroy
  synchronized void close() {
    if (leased > spent) {
      try {
        commit.run(() -> table.giveBack(today.toString(), leased - spent));
        leased = spent;
      } catch (StoreUnavailable gone) {
        LOG.warn("what was put aside for models counts as spent today: {}", gone.getMessage());
      }
    }
  }
}
