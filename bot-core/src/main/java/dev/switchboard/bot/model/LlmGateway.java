package dev.switchboard.bot.model;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to models. Asks those of the wanted tier, the best first, then those below; repeats
 * what may pass, leaves alone what fails, keeps within the budget, and books every call, whatever
 * came of it.
 *
 * <p>A failure before the first word is silent. After it the hearer is told that the answer begins
 * anew, and both calls are booked.
 */
@Singleton
public final class LlmGateway {
  private static final Logger LOG = LoggerFactory.getLogger(LlmGateway.class);
  private static final int MOST_REPETITIONS = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST_REASON = 500;

  private final Models models;
  private final ModelCaller caller;
  private final Budget budget;
  private final Ledger ledger;
  private final Patience patience;
  private final Clock clock;
  private final RandomGenerator random;
  private final RetryBudget repetitions = new RetryBudget();
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /**
   * Made by the container.
   *
   * @param random decides who of equals begins, and how long a pause is
   */
  LlmGateway(
      Models models,
      ModelCaller caller,
      Budget budget,
      Ledger ledger,
      Patience patience,
      Clock clock,
      RandomGenerator random) {
    this.models = models;
    this.caller = caller;
    this.budget = budget;
    this.ledger = ledger;
    this.patience = patience;
    this.clock = clock;
    this.random = random;
  }

  /** Whether there is a model to ask for customers. */
  public boolean isOn() {
    return models.all().stream().anyMatch(model -> model.tier() != Tier.PREVIEW);
  }

  /**
   * Asks, and returns within the whole of the time a reply may take.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when a call cannot be booked
   */
  public Answered ask(Ask ask, Pieces pieces) {
    return ask(ask, pieces, patience.whole());
  }

  /** Asks for the whole alone, and returns within that time, however long others may take. */
  public Answered ask(Ask ask, Duration most) {
    return ask(ask, Pieces.none(), most);
  }

  /** Asks, and returns within that time, however long others may take. */
  public Answered ask(Ask ask, Pieces pieces, Duration most) {
    var longest = most.compareTo(patience.whole()) < 0 ? most : patience.whole();
    var asking = new Asking(ask, new Counted(pieces), clock.instant().plus(longest));
    for (var model : candidates(ask)) {
      var answer = asking.at(model);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Answered.Nothing(asking.because());
  }

  // Those of the same order share the work: who begins is left to chance.
  private List<Model> candidates(Ask ask) {
    var all = new ArrayList<Model>();
    var tier = ask.tier();
    for (var each : tier == Tier.LARGE ? List.of(Tier.LARGE, Tier.MINI) : List.of(tier)) {
      var some = new ArrayList<>(models.of(each));
      Collections.shuffle(some, random);
      some.sort(Comparator.comparingInt(Model::order));
      all.addAll(some);
    }
    all.sort(Comparator.comparing(model -> !model.name().equals(ask.model())));
    return all;
  }

  private Breaker breaker(Model model) {
    return breakers.computeIfAbsent(model.name(), _ -> new Breaker(clock));
  }

  /** Whether the model is left alone at the moment. */
  boolean isLeftAlone(Model model) {
    return breaker(model).isOpen();
  }

  /** The models of a tier that can be asked at the moment. */
  public List<Model> ready(Tier tier) {
    return models.of(tier).stream().filter(model -> !isLeftAlone(model)).toList();
  }

  /** The share of the day's budget that is used up or put aside, 0 to 1. */
  public double spent() {
    return budget.share();
  }

  /** Knows whether something was heard of an answer. */
  private static final class Counted implements Pieces {
    private final Pieces pieces;
    private boolean heard;

    private Counted(Pieces pieces) {
      this.pieces = pieces;
    }

    @Override
    public void next(String piece) {
      heard = true;
      pieces.next(piece);
    }

    @Override
    public void restart() {
      if (heard) {
        heard = false;
        pieces.restart();
      }
    }
  }

  /** One question on its way through the models. */
  private final class Asking {
    private final Ask ask;
    private final Counted pieces;
    private final Instant end;
    private final List<String> because = new ArrayList<>();
    private int attempt;

    private Asking(Ask ask, Counted pieces, Instant end) {
      this.ask = ask;
      this.pieces = pieces;
      this.end = end;
    }

    private List<String> because() {
      return because.isEmpty() ? List.of("no model is set up for this") : List.copyOf(because);
    }

    private Optional<Answered> at(Model model) {
      long in = TokenEstimate.of(ask.messages());
      int most = Math.max(ask.mostTokens(), model.quirks().fewestTokens());
      if (in + most > model.window()) {
        return no(model, "the question is longer than it reads");
      }
      var place = places.computeIfAbsent(model.name(), _ -> new Semaphore(model.concurrency()));
      if (!place.tryAcquire()) {
        return no(model, "it has as many calls to answer as it may");
      }
      try {
        return within(model, model.price().of(in, most));
      } finally {
        place.release();
      }
    }

    private Optional<Answered> no(Model model, String reason) {
      because.add(model.name() + ": " + reason);
      return Optional.empty();
    }

    private Optional<Answered> within(Model model, long reserved) {
      for (int repetition = 0; ; repetition++) {
        var left = Duration.between(clock.instant(), end);
        if (left.isNegative() || left.isZero()) {
          return no(model, "there was no time left");
        }
        if (Thread.currentThread().isInterrupted()) {
          return no(model, "nobody waits for the answer any more");
        }
        if (!breaker(model).lets()) {
          return no(model, "it is left alone, as it failed too often");
        }
        if (!budget.reserve(ask.conversationId(), reserved)) {
          breaker(model).neither();
          return no(model, "the budget is used up");
        }
        try {
          return Optional.of(called(model, reserved, left));
        } catch (ProviderFailure failure) {
          if (!isRepeated(failure, repetition)) {
            return no(model, String.valueOf(failure.getMessage()));
          }
        }
      }
    }

    private boolean isRepeated(ProviderFailure failure, int repetition) {
      if (!failure.passes() || repetition >= MOST_REPETITIONS) {
        return false;
      }
      var pause = pause(failure, repetition);
      return pause.compareTo(LONGEST_PAUSE) <= 0
          && clock.instant().plus(pause).isBefore(end)
          && repetitions.allows()
          && waited(pause);
    }

    // What the provider asks for, else somewhere between nothing and twice as long each time.
    private Duration pause(ProviderFailure failure, int repetition) {
      return failure.retryAfter().isZero()
          ? Duration.ofMillis(random.nextLong((FIRST_PAUSE.toMillis() << repetition) + 1))
          : failure.retryAfter();
    }

    private boolean waited(Duration pause) {
      try {
        Thread.sleep(pause);
        return true;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    private Answered called(Model model, long reserved, Duration left) {
      attempt++;
      repetitions.called();
      pieces.restart();
      var at = clock.instant();
      long begun = System.nanoTime();
      try {
        var said = caller.call(model, ask, left, pieces);
        breaker(model).succeeded();
        long cost = model.price().of(said.usage());
        budget.settle(ask.conversationId(), reserved, cost);
        book(model, at, begun, said.usage(), cost, said.first(), "ANSWERED", "");
        return new Answered.Text(
            said.text(), model.name(), model.tier(), said.complete(), said.usage(), cost);
      } catch (ProviderFailure failure) {
        failed(model, reserved, at, begun, failure);
        throw failure;
      }
    }

    private void failed(
        Model model, long reserved, Instant at, long begun, ProviderFailure failure) {
      if (failure.isTheirs()) {
        breaker(model).failed();
      } else {
        breaker(model).neither();
      }
      if (failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.NO_CREDIT) {
        LOG.error("the model {} refuses: {}", model.name(), failure.getMessage());
      }
      var usage = used(failure);
      long cost = model.price().of(usage);
      var reason = String.valueOf(failure.getMessage());
      budget.settle(ask.conversationId(), reserved, cost);
      book(
          model,
          at,
          begun,
          usage,
          cost,
          Duration.ZERO,
          failure.kind().name(),
          reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    // What had begun is charged, as far as anybody outside can tell.
    private Usage used(ProviderFailure failure) {
      boolean worked =
          pieces.heard
              || switch (failure.kind()) {
                case STALLED, CUT, SLOW, GARBAGE -> true;
                case UNREACHABLE,
                    OVERLOADED,
                    RATE_LIMITED,
                    NO_CREDIT,
                    UNAUTHORIZED,
                    NO_MODEL,
                    TOO_LONG,
                    REFUSED ->
                    false;
              };
      return new Usage(
          worked ? TokenEstimate.of(ask.messages()) : 0,
          worked && pieces.heard ? ask.mostTokens() : 0,
          0,
          0,
          false);
    }

    private void book(
        Model model,
        Instant at,
        long begun,
        Usage usage,
        long cost,
        Duration first,
        String outcome,
        String reason) {
      // Whoever has left is booked, too: an interrupted thread gets no connection to do it.
      boolean left = Thread.interrupted();
      try {
        ledger.book(
            new Booking(
                at,
                ask.conversationId(),
                ask.purpose(),
                model.name(),
                model.tier(),
                attempt,
                usage,
                cost,
                first,
                Duration.ofNanos(System.nanoTime() - begun),
                outcome,
                reason));
      } finally {
        if (left) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
