package dev.switchboard.bot.model;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/** What all calls of this process share: breakers, places, the budget, and who may repeat. */
@Singleton
final class Traffic {
  private final Budget budget;
  private final Clock clock;
  private final RandomGenerator random;
  private final RetryBudget repetitions = new RetryBudget();
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  Traffic(Budget budget, Clock clock, RandomGenerator random) {
    this.budget = budget;
    this.clock = clock;
    this.random = random;
  }

  Instant now() {
    return clock.instant();
  }

  Budget budget() {
    return budget;
  }

  RetryBudget repetitions() {
    return repetitions;
  }

  /** In the order in which they are asked; those of the same order share the work by weight. */
  List<Model> inTurn(List<Model> models) {
    // Of times until something happens with these frequencies the shortest is first as often as its
    // frequency says (Efraimidis and Spirakis 2006).
    record Drawn(Model model, double time) {}
    var chance = new SplittableRandom(random.nextLong());
    return models.stream()
        .map(model -> new Drawn(model, chance.nextExponential() / model.weight()))
        .sorted(
            Comparator.comparingInt((Drawn drawn) -> drawn.model().order())
                .thenComparingDouble(Drawn::time))
        .map(Drawn::model)
        .toList();
  }

  /** A number from 0 to that, both among them. */
  long upTo(long most) {
    return random.nextLong(most + 1);
  }

  Breaker breaker(Model model) {
    return breakers.computeIfAbsent(model.name(), _ -> new Breaker(clock));
  }

  Semaphore place(Model model) {
    return places.computeIfAbsent(model.name(), _ -> new Semaphore(model.concurrency()));
  }
}
