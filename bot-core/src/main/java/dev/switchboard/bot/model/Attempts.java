package dev.switchboard.bot.model;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question on its way through the models: repeated where that may help, else passed on. */
final class Attempts<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
  private static final int MOST_REPETITIONS = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST_REASON = 500;

  private final Traffic traffic;
  private final Terms terms;
  private final Counted pieces;
  private final Instant end;
  private final Way<T> way;
  private final Booker booker;
  private final List<String> because = new ArrayList<>();
  private @Nullable ProviderFailure last;
  private int attempt;

  /** Books a call. */
  @FunctionalInterface
  interface Booker {
    void book(Booking booking);
  }

  /**
   * An answer.
   *
   * @param cost of the call that brought it, in micro-dollars
   */
  record Got<T>(Said<T> said, Model model, long cost) {}

  Attempts(Traffic traffic, Terms terms, Pieces pieces, Instant end, Way<T> way, Booker booker) {
    this.traffic = traffic;
    this.terms = terms;
    this.pieces = new Counted(pieces);
    this.end = end;
    this.way = way;
    this.booker = booker;
  }

  /** Asks one after the other until one answers. */
  Optional<Got<T>> ask(List<Model> models) {
    for (var model : models) {
      var got = at(model);
      if (got.isPresent()) {
        return got;
      }
    }
    return Optional.empty();
  }

  /** For each model that was thought of, why not. */
  List<String> because() {
    return because.isEmpty() ? List.of("no model is set up for this") : List.copyOf(because);
  }

  /** What the last one that was asked refused for. */
  Optional<ProviderFailure> last() {
    return Optional.ofNullable(last);
  }

  private Optional<Got<T>> at(Model model) {
    if (!model.abilities().containsAll(terms.needs())) {
      return no(model, "it cannot do what is asked: " + lacking(model));
    }
    int most = terms.most(model);
    if (terms.tokensIn() + most > model.window()) {
      return no(model, "the question is longer than it reads");
    }
    var place = traffic.place(model);
    if (!place.tryAcquire()) {
      return no(model, "it has as many calls to answer as it may");
    }
    try {
      return within(model, model.price().of(terms.tokensIn(), most));
    } finally {
      place.release();
    }
  }

  private String lacking(Model model) {
    return terms.needs().stream()
        .filter(need -> !model.abilities().contains(need))
        .map(need -> need.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Optional<Got<T>> no(Model model, String reason) {
    because.add(model.name() + ": " + reason);
    return Optional.empty();
  }

  private Optional<Got<T>> within(Model model, long reserved) {
    for (int repetition = 0; ; repetition++) {
      var left = Duration.between(traffic.now(), end);
      if (left.isNegative() || left.isZero()) {
        return no(model, "there was no time left");
      }
      if (Thread.currentThread().isInterrupted()) {
        return no(model, "nobody waits for the answer any more");
      }
      pieces.restart();
      if (!traffic.breaker(model).lets()) {
        return no(model, "it is left alone, as it failed too often");
      }
      if (!traffic.budget().reserve(terms.conversationId(), terms.team(), reserved)) {
        traffic.breaker(model).neither();
        return no(model, "the budget is used up");
      }
      try {
        return Optional.of(called(model, reserved, left));
      } catch (ProviderFailure failure) {
        last = failure;
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
        && traffic.now().plus(pause).isBefore(end)
        && traffic.repetitions().allows()
        && waited(pause);
  }

  // What the provider asks for, else somewhere between nothing and twice as long each time.
  private Duration pause(ProviderFailure failure, int repetition) {
    return failure.retryAfter().isZero()
        ? Duration.ofMillis(traffic.upTo(FIRST_PAUSE.toMillis() << repetition))
        : failure.retryAfter();
  }

  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Got<T> called(Model model, long reserved, Duration left) {
    attempt++;
    traffic.repetitions().called();
    var at = traffic.now();
    long begun = System.nanoTime();
    var span = CallSpan.begin(model, terms, attempt);
    try {
      var said = way.call(model, left, pieces);
      traffic.breaker(model).succeeded();
      var usage = honest(model, said.usage());
      long cost = model.price().of(usage);
      traffic.budget().settle(terms.conversationId(), terms.team(), reserved, cost);
      span.answered(said, cost);
      book(model, at, begun, usage, cost, said.first(), "ANSWERED", "");
      return new Got<>(said, model, cost);
    } catch (ProviderFailure failure) {
      span.failed(failure);
      failed(model, reserved, at, begun, failure);
      throw failure;
    }
  }

  private Usage honest(Model model, Usage told) {
    var usage = told.within(terms.tokensIn(), terms.most(model));
    if (!usage.equals(told)) {
      LOG.warn("the model {} tells tokens that cannot be: {}", model.name(), told);
    }
    return usage;
  }

  private void failed(Model model, long reserved, Instant at, long begun, ProviderFailure failure) {
    // That nobody waits any more says nothing of the provider.
    if (failure.isTheirs() && !Thread.currentThread().isInterrupted()) {
      traffic.breaker(model).failed();
    } else {
      traffic.breaker(model).neither();
    }
    if (failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.NO_CREDIT) {
      LOG.error("the model {} refuses: {}", model.name(), failure.getMessage());
    }
    var usage = used(model, failure);
    long cost = model.price().of(usage);
    var reason = String.valueOf(failure.getMessage());
    traffic.budget().settle(terms.conversationId(), terms.team(), reserved, cost);
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
  private Usage used(Model model, ProviderFailure failure) {
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
        worked ? terms.tokensIn() : 0, worked && pieces.heard ? terms.most(model) : 0, 0, 0, false);
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
      booker.book(
          new Booking(
              at,
              terms.conversationId(),
              terms.purpose(),
              model.name(),
              model.tier(),
              attempt,
              usage,
              cost,
              first,
              Duration.ofNanos(System.nanoTime() - begun),
              outcome,
              reason,
              terms.withheld(),
              terms.pictures()));
    } finally {
      if (left) {
        Thread.currentThread().interrupt();
      }
    }
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
}
