package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.model.sandbox.Bill;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Models that fail in every way, and answers that come all the same. */
@Timeout(120)
class LlmGatewayTest {
  private static final int STREAMS = Integer.getInteger("switchboard.model.streams", 400);

  private static final Set<Scenario> ONLY_STREAMED =
      EnumSet.of(Scenario.ENDLESS, Scenario.ERROR_PIECE, Scenario.ERROR_EVENT);

  private final ModelSandbox first = ModelSandbox.start(0);
  private final ModelSandbox second = ModelSandbox.start(0);
  private ApplicationContext context = started(settings());

  private Map<String, Object> settings(Object... more) {
    var settings = new HashMap<String, Object>();
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:gateway-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    settings.put("switchboard.providers.one.url", first.url().toString());
    settings.put("switchboard.providers.one.key", "sk-canary-4711");
    settings.put("switchboard.providers.two.url", second.url().toString());
    settings.put("switchboard.models.main.provider", "one");
    settings.put("switchboard.models.main.model", "gpt-4o-mini");
    settings.put("switchboard.models.spare.provider", "two");
    settings.put("switchboard.models.spare.model", "gpt-4o-mini");
    settings.put("switchboard.models.spare.order", 1);
    settings.put("switchboard.model-patience.first-token", "3s");
    settings.put("switchboard.model-patience.between-tokens", "500ms");
    settings.put("switchboard.model-patience.whole", "20s");
    for (int i = 0; i < more.length; i += 2) {
      settings.put((String) more[i], more[i + 1]);
    }
    return settings;
  }

  private static ApplicationContext started(Map<String, Object> settings) {
    return ApplicationContext.builder().singletons(new SecureRandom()).properties(settings).start();
  }

  private void with(Object... more) {
    context.close();
    context = started(settings(more));
  }

  @AfterEach
  void close() {
    context.close();
    first.close();
    second.close();
  }

  private static Ask ask(String words, Tier tier) {
    return new Ask(
        List.of(SystemMessage.from("Be brief."), UserMessage.from(words)), tier, "test", "c1", 100);
  }

  private Answered answer(Ask ask, Pieces pieces) {
    return context.getBean(LlmGateway.class).ask(ask, pieces);
  }

  private Answered.Text text(String words) {
    return (Answered.Text) answer(ask(words, Tier.MINI), Pieces.none());
  }

  private List<Booking> bookings() {
    return context.getBean(Ledger.class).of("c1");
  }

  /** What a hearer has before it, as it stands at the end. */
  private static final class Heard implements Pieces {
    private final StringBuilder text = new StringBuilder();
    private int restarts;

    @Override
    public void next(String piece) {
      text.append(piece);
    }

    @Override
    public void restart() {
      text.setLength(0);
      restarts++;
    }
  }

  @Test
  void answersInPiecesAndBooksWhatItCost() {
    var heard = new Heard();

    var answer = (Answered.Text) answer(ask("hello", Tier.MINI), heard);

    assertThat(answer.text()).isEqualTo(ModelSandbox.answerTo("hello"));
    assertThat(heard.text).hasToString(answer.text());
    assertThat(answer.model()).isEqualTo("main");
    assertThat(answer.complete()).isTrue();
    var bill = first.bills().getFirst();
    var booking = bookings().getFirst();
    assertThat(booking.usage()).isEqualTo(new Usage(bill.in(), bill.out(), 0, 0, true));
    assertThat(booking.cost())
        .isEqualTo(Math.ceilDiv(bill.in() * 150_000 + bill.out() * 600_000, 1_000_000));
    assertThat(booking.outcome()).isEqualTo("ANSWERED");
    assertThat(booking.first()).isPositive().isLessThanOrEqualTo(booking.whole());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GOOD", "LATE", "DRIBBLING", "NO_USAGE", "SHORTENED", "SILENT"})
  void answersByAnotherModelWhateverHappensToTheFirst(Scenario scenario) {
    for (boolean streams : new boolean[] {true, false}) {
      if (!streams && ONLY_STREAMED.contains(scenario)) {
        continue;
      }
      with("switchboard.models.main.streams", streams, "switchboard.models.spare.streams", streams);
      first.otherwise(() -> scenario);
      var heard = new Heard();

      var answer = (Answered.Text) answer(ask("hello", Tier.MINI), heard);

      assertThat(answer.model()).isEqualTo("spare");
      assertThat(answer.text()).isEqualTo(ModelSandbox.answerTo("hello"));
      assertThat(heard.text).hasToString(answer.text());
      assertThat(bookings()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(bookings().getLast().outcome()).isEqualTo("ANSWERED");
      assertThat(bookings().getFirst().outcome()).isNotEqualTo("ANSWERED");
      assertThat(bookings().toString()).doesNotContain("sk-1234567890", "canary");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "DRIBBLING", "NO_USAGE"})
  void takesAnAnswerThatOnlyComesOddly(Scenario scenario) {
    first.next("gpt-4o-mini", scenario);

    assertThat(text("hello").model()).isEqualTo("main");
    assertThat(text("hello").text()).isEqualTo(ModelSandbox.answerTo("hello"));
    assertThat(bookings().getFirst().usage().told()).isEqualTo(scenario != Scenario.NO_USAGE);
    assertThat(bookings().getFirst().cost()).isPositive();
  }

  @Test
  void saysThatAnAnswerWasCutShort() {
    first.next("gpt-4o-mini", Scenario.SHORTENED);

    assertThat(text("hello").complete()).isFalse();
  }

  @Test
  void tellsTheHearerThatTheAnswerBeginsAnewOnlyWhenOneHadBegun() {
    var silent = new Heard();
    first.next("gpt-4o-mini", Scenario.UNAUTHORIZED);
    answer(ask("hello", Tier.MINI), silent);
    var begun = new Heard();
    first.next("gpt-4o-mini", Scenario.STALLED);
    answer(ask("hello", Tier.MINI), begun);

    assertThat(silent.restarts).isZero();
    assertThat(begun.restarts).isEqualTo(1);
    assertThat(begun.text).hasToString(ModelSandbox.answerTo("hello"));
  }

  @Test
  void waitsAsLongAsTheProviderWantsItTo() {
    first.next("gpt-4o-mini", Scenario.RATE_LIMITED);
    long begun = System.nanoTime();

    assertThat(text("hello").model()).isEqualTo("main");

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(990), Duration.ofSeconds(3));
  }

  @Test
  void doesNotRepeatWhatCannotPass() {
    first.next("gpt-4o-mini", Scenario.NO_CREDIT);
    text("hello");

    assertThat(first.calls()).isEqualTo(1);
  }

  @Test
  void givesNothingInTimeWhenNobodyAnswers() {
    with("switchboard.model-patience.first-token", "1s", "switchboard.model-patience.whole", "4s");
    first.otherwise(() -> Scenario.SILENT);
    second.otherwise(() -> Scenario.SILENT);
    long begun = System.nanoTime();

    var nothing = (Answered.Nothing) answer(ask("hello", Tier.MINI), Pieces.none());

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
    assertThat(nothing.because()).hasSize(2).allMatch(reason -> reason.contains("in time"));
  }

  @Test
  void givesUpInTheTimeOfWhoeverWaitsInOnePieceAndInMany() {
    for (boolean streams : new boolean[] {true, false}) {
      with("switchboard.models.main.streams", streams, "switchboard.models.spare.streams", streams);
      first.otherwise(() -> Scenario.SILENT);
      second.otherwise(() -> Scenario.SILENT);
      long begun = System.nanoTime();

      var nothing =
          context.getBean(LlmGateway.class).ask(ask("hello", Tier.MINI), Duration.ofMillis(700));

      assertThat(nothing).isInstanceOf(Answered.Nothing.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void leavesAModelAloneThatFailsAndDoesNotMakeAnOutageWorse() {
    first.otherwise(() -> Scenario.BROKEN);
    second.otherwise(() -> Scenario.BROKEN);

    for (int i = 0; i < 100; i++) {
      answer(ask("hello", Tier.MINI), Pieces.none());
    }

    // Two models until each is left alone, and the repetitions that were allowed.
    assertThat(first.calls() + second.calls()).isLessThanOrEqualTo(20);
    second.otherwise(() -> Scenario.GOOD);
    assertThat(((Answered.Nothing) answer(ask("x", Tier.MINI), Pieces.none())).because())
        .allMatch(reason -> reason.contains("left alone"));
  }

  @Test
  void sharesTheWorkByWeightAmongThoseOfTheSameOrder() {
    with("switchboard.models.spare.order", 0, "switchboard.models.spare.weight", 3);

    for (int i = 0; i < 200; i++) {
      text("hello");
    }

    // 150 are expected, with a standard deviation of 6.
    assertThat(second.calls()).isBetween(115, 185);
    assertThat(first.calls() + second.calls()).isEqualTo(200);
  }

  @Test
  void asksASmallerModelWhereTheLargeOneCannotAnswer() {
    with("switchboard.models.big.provider", "one", "switchboard.models.big.model", "gpt-4o");
    first.next("gpt-4o", Scenario.UNAUTHORIZED);

    var answer = (Answered.Text) answer(ask("hello", Tier.LARGE), Pieces.none());

    assertThat(answer.tier()).isEqualTo(Tier.MINI);
    assertThat(((Answered.Text) answer(ask("hello", Tier.LARGE), Pieces.none())).model())
        .isEqualTo("big");
  }

  @Test
  void neverSpendsMoreThanItMayHoweverManyAskAtATime() {
    // A call is put aside with at most 100 tokens out and the words in: enough for about ten.
    with("switchboard.model-budget.day", "0.001", "switchboard.model-budget.conversation", "1");
    var answered = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        threads.submit(() -> {
          if (answer(ask("hello", Tier.MINI), Pieces.none()) instanceof Answered.Text) {
            answered.incrementAndGet();
          }
        });
      }
    }
    long spent = bookings().stream().mapToLong(Booking::cost).sum();

    assertThat(spent).isPositive().isLessThanOrEqualTo(1_000);
    assertThat(answered).hasPositiveValue().hasValueLessThan(200);
    assertThat(
            ((Answered.Nothing) answer(ask("x".repeat(20_000), Tier.MINI), Pieces.none()))
                .because())
        .allMatch(reason -> reason.contains("budget"));
  }

  @Test
  void leavesOutAModelThatCannotReadSoMuch() {
    with("switchboard.models.main.window", 500);

    assertThat(text("x".repeat(4_000)).model()).isEqualTo("spare");
    assertThat(first.calls()).isZero();
  }

  @Test
  void losesDoublesAndCutsNothingInManyStreamsThatFail() {
    with(
        "switchboard.model-patience.between-tokens",
        "200ms",
        "switchboard.model-budget.day",
        1_000,
        "switchboard.model-budget.conversation",
        1_000);
    var faults =
        List.of(
            Scenario.CUT,
            Scenario.UNFINISHED,
            Scenario.ERROR_PIECE,
            Scenario.ERROR_EVENT,
            Scenario.STALLED,
            Scenario.DRIBBLING);
    first.otherwise(random(new Random(1), faults, 0.3));
    second.otherwise(() -> Scenario.GOOD);
    var wrong = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      IntStream.range(0, STREAMS)
          .forEach(i ->
              threads.submit(() -> {
                var words = "question " + i;
                var heard = new Heard();
                var answer = answer(ask(words, Tier.MINI), heard);
                boolean right =
                    answer instanceof Answered.Text said
                        && said.complete()
                        && said.text().equals(ModelSandbox.answerTo(words))
                        && heard.text.toString().equals(said.text());
                if (!right) {
                  synchronized (wrong) {
                    wrong.add(words + ": " + heard.text + " / " + answer);
                  }
                }
              }));
    }

    assertThat(wrong).isEmpty();
    var told = bookings().stream().filter(booking -> booking.usage().told()).toList();
    assertThat(told).hasSize(STREAMS);
    // What was complete there and late here is booked too, as an estimate.
    long complete = complete(first) + complete(second);
    assertThat(told.stream().mapToLong(booking -> booking.usage().out()).sum())
        .isLessThanOrEqualTo(complete);
    assertThat(bookings().stream().mapToLong(booking -> booking.usage().out()).sum())
        .isGreaterThanOrEqualTo(complete);
    assertThat(bookings().stream().filter(booking -> !booking.usage().told()))
        .allMatch(booking -> booking.cost() > 0 || booking.outcome().equals("UNREACHABLE"));
  }

  private static long complete(ModelSandbox sandbox) {
    return sandbox.bills().stream().filter(Bill::complete).mapToLong(Bill::out).sum();
  }

  private static Supplier<Scenario> random(Random random, List<Scenario> faults, double share) {
    return () -> {
      synchronized (random) {
        return random.nextDouble() < share
            ? faults.get(random.nextInt(faults.size()))
            : Scenario.GOOD;
      }
    };
  }

  @Test
  void hangsUpOnAnAnswerThatDoesNotEnd() throws InterruptedException {
    with("switchboard.model-patience.between-tokens", "300ms");
    first.next("gpt-4o-mini", Scenario.ENDLESS);

    assertThat(text("hello").model()).isEqualTo("spare");

    for (int i = 0; i < 30 && first.left() == 0; i++) {
      Thread.sleep(100);
    }
    assertThat(first.left()).isEqualTo(1);
  }
}
