package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.SettableClock;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A budget that several processes share. */
class BudgetTest {
  private static final long DAY = 10_000;

  private final String url =
      "jdbc:h2:mem:budget-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
              .formatted(UUID.randomUUID())
          + ";DB_CLOSE_DELAY=-1";

  private final List<ApplicationContext> processes = new ArrayList<>();

  private Budget process() {
    var context =
        ApplicationContext.builder()
            .singletons(new SecureRandom())
            .properties(
                Map.of(
                    "datasources.default.url",
                    url,
                    "switchboard.model-budget.day",
                    "0.01",
                    "switchboard.model-budget.conversation",
                    "0.002",
                    "switchboard.model-budget.teams.shop",
                    "0.001"))
            .start();
    processes.add(context);
    return context.getBean(Budget.class);
  }

  @AfterEach
  void close() {
    processes.forEach(ApplicationContext::close);
  }

  @Test
  void isNeverPassedByAllProcessesTogether() {
    var budgets = List.of(process(), process());
    var spent = new AtomicLong();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        var budget = budgets.get(i % 2);
        long price = 30 + i % 7;
        callers.submit(() -> {
          if (budget.reserve("", "", price)) {
            budget.settle("", "", price, price - 3);
            spent.addAndGet(price - 3);
          }
        });
      }
    }

    assertThat(spent.get()).isLessThanOrEqualTo(DAY);
    // Neither holds back more than the smallest call needs.
    assertThat(spent.get()).isGreaterThan(DAY - 100);
    assertThat(budgets.getFirst().share()).isGreaterThan(0.97);
  }

  @Test
  void countsAsSpentWhatACrashedProcessHadPutAside() {
    var crashed = process();
    assertThat(crashed.reserve("", "", 9_000)).isTrue();
    var other = process();

    assertThat(other.share()).isEqualTo(0.9);
    assertThat(other.reserve("", "", 1_001)).isFalse();
    assertThat(other.reserve("", "", 1_000)).isTrue();
  }

  @Test
  void givesBackWhatItHasNotSpentWhenItStops() {
    var stopped = process();
    assertThat(stopped.reserve("", "", 9_000)).isTrue();
    stopped.settle("", "", 9_000, 1_000);
    processes.removeFirst().close();

    assertThat(process().reserve("", "", 9_000)).isTrue();
  }

  @Test
  void isHeldForEachConversation() {
    var budget = process();

    assertThat(budget.reserve("c1", "", 1_500)).isTrue();
    assertThat(budget.reserve("c1", "", 501)).isFalse();
    assertThat(budget.reserve("c2", "", 501)).isTrue();
    budget.settle("c1", "", 1_500, 100);
    assertThat(budget.reserve("c1", "", 1_900)).isTrue();
  }

  @Test
  void aTeamSpendsNoMoreThanItsShareHoweverManyProcessesAndCallersThereAre() {
    var budgets = List.of(process(), process());
    var spent = new AtomicLong();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        var budget = budgets.get(i % 2);
        callers.submit(() -> {
          if (budget.reserve("", "shop", 30)) {
            budget.settle("", "shop", 30, 30);
            spent.addAndGet(30);
          }
        });
      }
    }

    assertThat(spent.get()).isBetween(900L, 1_000L);
    assertThat(budgets.getFirst().reserve("", "shop", 200)).isFalse();
    assertThat(budgets.getFirst().reserve("", "other", 200)).isTrue();
    assertThat(budgets.getFirst().reserve("", "", 200)).isTrue();
  }

  @Test
  void aClockThatJumpsOverMidnightAndBackSpendsNoDayTwice() {
    var clock = new SettableClock();
    var context =
        ApplicationContext.builder()
            .singletons(new SecureRandom(), clock)
            .properties(
                Map.of("datasources.default.url", url, "switchboard.model-budget.day", "0.01"))
            .start();
    processes.add(context);
    var budget = context.getBean(Budget.class);
    var days = new HashMap<LocalDate, Long>();
    for (int i = 0; i < 2_000; i++) {
      clock.set(Instant.parse(i % 3 == 0 ? "2026-05-02T00:02:00Z" : "2026-05-01T23:58:00Z"));
      var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (budget.reserve("", "", 20)) {
        budget.settle("", "", 20, 20);
        days.merge(day, 20L, Long::sum);
      }
    }

    assertThat(days.values())
        .hasSize(2)
        .allSatisfy(spent -> {
          assertThat(spent).isPositive();
          assertThat(spent).isLessThanOrEqualTo(DAY);
        });
  }
}
