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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private static final double NEARLY_ALL = 0.8;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final BudgetSettings settings;
  private final DurableCommit commit;
  private final BudgetTable table;
  private final Ledger ledger;
  private final Clock clock;
  private final Map<String, Long> conversations = new HashMap<>();
  private final Map<String, Lease> teams = new HashMap<>();
  private @Nullable Lease all;
  private LocalDate today = LocalDate.MIN;
  private long looked;
  private boolean warned;

  Budget(
      BudgetSettings settings,
      DurableCommit commit,
      BudgetTable table,
      Ledger ledger,
      Clock clock) {
    this.settings = settings;
    this.commit = commit;
    this.table = table;
    this.ledger = ledger;
    this.clock = clock;
  }

  private static long micros(double dollars) {
    return Math.round(dollars * MICRO);
  }

  /**
   * Puts so much aside.
   *
   * @param conversationId of which it is spent, empty for none
   * @param team of whose budget it is spent, too, empty for none
   * @param micros in micro-dollars
   * @return whether there is so much left
   * @throws StoreUnavailable when the database is needed for it, and cannot do it now
   */
  synchronized boolean reserve(String conversationId, String team, long micros) {
    var day = today();
    long before = conversations.getOrDefault(conversationId, 0L);
    boolean ofConversation = !conversationId.isEmpty();
    if (ofConversation && before + micros > micros(settings.conversation())) {
      return false;
    }
    var theirs = of(team);
    if (theirs.isPresent() && !theirs.get().reserve(micros)) {
      return false;
    }
    if (!day.reserve(micros)) {
      theirs.ifPresent(lease -> lease.settle(micros, 0));
      return false;
    }
    if (ofConversation) {
      conversations.put(conversationId, before + micros);
    }
    warn(day);
    return true;
  }

  private void warn(Lease day) {
    if (!warned && day.share() >= NEARLY_ALL) {
      warned = true;
      LOG.error("80 % of the day's budget for models are spent or put aside");
    }
  }

  private Optional<Lease> of(String team) {
    var most = settings.of(team);
    return most == null
        ? Optional.empty()
        : Optional.of(
            teams.computeIfAbsent(
                team, _ -> new Lease(commit, table, today + " " + team, micros(most), 0)));
  }

  /** Gives back what was put aside but not spent. */
  synchronized void settle(String conversationId, String team, long reserved, long micros) {
    if (all != null) {
      all.settle(reserved, micros);
    }
    Optional.ofNullable(teams.get(team)).ifPresent(lease -> lease.settle(reserved, micros));
    if (!conversationId.isEmpty()) {
      conversations.merge(conversationId, micros - reserved, Long::sum);
    }
  }

  /** The share of the day's limit that is spent or put aside, 0 to 1, as far as is known here. */
  synchronized double share() {
    var day = today();
    long now = clock.millis();
    if (now - looked > LOOK_EVERY.toMillis()) {
      looked = now;
      try {
        day.look();
      } catch (StoreUnavailable gone) {
        LOG.warn("how much of the day's budget is left cannot be told: {}", gone.getMessage());
      }
    }
    return day.share();
  }

  private Lease today() {
    var now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var known = all;
    if (known != null && now.equals(today)) {
      return known;
    }
    var before = ledger.spentSince(now.atStartOfDay(ZoneOffset.UTC).toInstant());
    long spent = before.values().stream().mapToLong(Long::longValue).sum();
    var begun = new Lease(commit, table, now.toString(), micros(settings.day()), spent);
    all = begun;
    today = now;
    warned = false;
    teams.clear();
    conversations.clear();
    conversations.putAll(before);
    return begun;
  }

  @PreDestroy
  synchronized void close() {
    try {
      if (all != null) {
        all.giveBack();
      }
      teams.values().forEach(Lease::giveBack);
    } catch (StoreUnavailable gone) {
      LOG.warn("what was put aside for models counts as spent today: {}", gone.getMessage());
    }
  }
}
