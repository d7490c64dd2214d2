package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.message.UserMessage;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second model that is asked where the first takes long to begin. */
@Timeout(60)
class RaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String WORDS = ModelSandbox.answerTo("Hello?");

  private final ModelSandbox first = ModelSandbox.start(0);
  private final ModelSandbox second = ModelSandbox.start(0);
  private final StringBuilder heard = new StringBuilder();
  private final ApplicationContext context =
      ApplicationContext.builder().singletons(new SecureRandom()).properties(settings()).start();

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:race-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    model(settings, "first", first, 0);
    model(settings, "second", second, 1);
    settings.put("switchboard.model-patience.hedge", "200ms");
    settings.put("switchboard.model-patience.first-token", "4s");
    settings.put("switchboard.model-patience.between-tokens", "1s");
    return settings;
  }

  private static void model(
      Map<String, Object> settings, String name, ModelSandbox provider, int order) {
    settings.put("switchboard.providers.%s.url".formatted(name), provider.url().toString());
    settings.put("switchboard.models.%s.provider".formatted(name), name);
    settings.put("switchboard.models.%s.model".formatted(name), name);
    settings.put("switchboard.models.%s.order".formatted(name), order);
    settings.put("switchboard.models.%s.price-in".formatted(name), 1);
    settings.put("switchboard.models.%s.price-out".formatted(name), 1);
  }

  @AfterEach
  void close() {
    context.close();
    first.close();
    second.close();
  }

  private Answered ask() {
    heard.setLength(0);
    var pieces =
        new Pieces() {
          @Override
          public void next(String piece) {
            heard.append(piece);
          }

          @Override
          public void restart() {
            heard.setLength(0);
          }
        };
    var ask = new Ask(List.of(UserMessage.from("Hello?")), Tier.MINI, "test", "c1", 100);
    return context.getBean(LlmGateway.class).ask(ask, pieces, PATIENCE);
  }

  private List<String> booked() {
    return context.getBean(Ledger.class).of("c1").stream()
        .map(call -> call.model() + " " + call.outcome())
        .sorted()
        .toList();
  }

  @Test
  void whoeverBeginsInTimeIsAskedAlone() {
    assertThat(ask())
        .isInstanceOfSatisfying(
            Answered.Text.class, said -> assertThat(said.model()).isEqualTo("first"));
    assertThat(second.calls()).isZero();
  }

  @Test
  void theOtherIsHeardWhereTheFirstTakesLongAndTheFirstIsToldToStop() {
    first.next("first", Scenario.LATE);
    long begun = System.nanoTime();

    assertThat(ask())
        .isInstanceOfSatisfying(
            Answered.Text.class, said -> assertThat(said.model()).isEqualTo("second"));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
    assertThat(heard).hasToString(WORDS);
    await()
        .untilAsserted(() -> assertThat(booked()).containsExactly("first CUT", "second ANSWERED"));
  }

  @Test
  void bothThatComeToNothingAreToldOf() {
    first.otherwise(() -> Scenario.SILENT);
    second.otherwise(() -> Scenario.UNAUTHORIZED);

    assertThat(ask())
        .isInstanceOfSatisfying(
            Answered.Nothing.class,
            nothing -> assertThat(nothing.because()).anyMatch(why -> why.startsWith("second")));
  }

  /** Whatever either does, one whole answer is heard, or none. */
  @Test
  void noAnswerIsEverMixedDoubledOrCut() {
    var random = new Random(3);
    var scenarios =
        List.of(
            Scenario.GOOD,
            Scenario.LATE,
            Scenario.CUT,
            Scenario.BROKEN,
            Scenario.ERROR_PIECE,
            Scenario.GARBAGE,
            Scenario.UNFINISHED);
    for (int i = 0; i < 25; i++) {
      first.next("first", scenarios.get(random.nextInt(scenarios.size())));
      second.next("second", scenarios.get(random.nextInt(scenarios.size())));
      switch (ask()) {
        case Answered.Text said -> {
          assertThat(said.text()).isEqualTo(WORDS);
          assertThat(heard).hasToString(WORDS);
        }
        case Answered.Nothing _ -> assertThat(heard).isEmpty();
      }
    }
  }
}
