package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.Ascent.Step;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Sender;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.Traits.Found;
import dev.switchboard.bot.model.Booking;
import dev.switchboard.bot.model.Ledger;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import dev.switchboard.bot.tool.Toolkit;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions on their way from the knowledge over models to a person. */
@Timeout(60)
class CascadeTest {
  private static final String ANSWER =
      "{\"outcome\":\"found\",\"sentences\":"
          + "[{\"text\":\"The strap is 22 mm wide.\",\"passage\":1}]}";
  private static final String NOT_FOUND = "{\"outcome\":\"not_found\",\"sentences\":[]}";

  private static final Passage MANUAL =
      new Passage(
          "manual",
          3,
          Passage.Kind.DOCUMENT,
          "Manual",
          List.of("Straps"),
          "The strap is 22 mm wide. It is made of nylon.",
          "https://shop.example/manual");

  private static final Decision PERSON =
      new Decision.Escalate(Decision.Cause.NOT_COVERED, "not sure");

  private final ModelSandbox small = ModelSandbox.start(0);
  private final ModelSandbox big = ModelSandbox.start(0);
  private final ModelSandbox trial = ModelSandbox.start(0);
  private final List<String> drafts = new ArrayList<>();
  private final ApplicationContext context =
      ApplicationContext.builder().singletons(new SecureRandom()).properties(settings()).start();

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:cascade-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    model(settings, small, "mini", 1);
    model(settings, big, "large", 10);
    model(settings, trial, "preview", 1);
    settings.put("switchboard.trials.share", 1);
    return settings;
  }

  private static void model(
      Map<String, Object> settings, ModelSandbox provider, String tier, int price) {
    settings.put("switchboard.providers.%s.url".formatted(tier), provider.url().toString());
    settings.put("switchboard.models.%s.provider".formatted(tier), tier);
    settings.put("switchboard.models.%s.model".formatted(tier), tier);
    settings.put("switchboard.models.%s.tier".formatted(tier), tier.toUpperCase(Locale.ROOT));
    settings.put("switchboard.models.%s.price-in".formatted(tier), price);
    settings.put("switchboard.models.%s.price-out".formatted(tier), price);
  }

  @AfterEach
  void close() {
    context.close();
    small.close();
    big.close();
    trial.close();
  }

  private Cascade.Climbed asked(Passage passage, Sender sender, String words) {
    return climb(Found.NOTHING, 0.2, false, PERSON, passage, sender, words);
  }

  private Cascade.Climbed climb(Found found, double chance, boolean cross, Decision alone) {
    return climb(found, chance, cross, alone, MANUAL, Sender.UNKNOWN, "How wide is the strap?");
  }

  private Cascade.Climbed climb(
      Found found,
      double chance,
      boolean cross,
      Decision alone,
      Passage passage,
      Sender sender,
      String words) {
    var cascade = context.getBean(Cascade.class);
    var candidate = new Candidate(passage, "Manual", chance, Map.of(), List.of());
    var evidence =
        new Evidence(new Query(words, Locale.ENGLISH), List.of(candidate), chance, Map.of());
    var traits =
        new Traits(
            "", found, true, chance, 1, false, false, 0, cross, 0, false, false, Set.of(), "web");
    var message = new Message(words, List.of(), false, sender, "c1", List.of());
    return cascade.climb(
        new Cascade.Question(
            message, evidence, alone, traits, Toolkit.NONE, Locale.ENGLISH, cascade.end()),
        drafts::add);
  }

  private Cascade.Climbed unsure() {
    return climb(Found.NOTHING, 0.2, false, PERSON);
  }

  private List<String> booked() {
    return context.getBean(Ledger.class).of("c1").stream()
        .map(call -> call.model() + " " + call.outcome())
        .toList();
  }

  @Test
  void theSmallModelAnswersWhatTheKnowledgeAloneCouldNot() {
    small.answers(words -> ANSWER);
    var climbed = unsure();

    var part = climbed.part().orElseThrow();
    assertThat(part.text())
        .isEqualTo(
            "The strap is 22 mm wide. [1]\n\n— [Manual › Straps](https://shop.example/manual)");
    assertThat(part.citations().getFirst().quote()).isEqualTo("The strap is 22 mm wide.");
    assertThat(part.decision().because())
        .isEqualTo(
            "an article is near, but not near enough to be shown unread;"
                + " the small model wrote the answer from “Manual”, and each sentence was checked");
    assertThat(drafts).containsExactly("The strap is 22 mm wide.");
    assertThat(climbed.ascent().begun()).isEqualTo(Rung.MINI);
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.MINI);
    assertThat(booked()).containsExactly("mini ANSWERED");
    assertThat(big.calls()).isZero();
  }

  @Test
  void theLargeModelIsAskedWhereTheSmallOneFindsNothing() {
    small.answers(words -> NOT_FOUND);
    big.answers(words -> ANSWER);
    var climbed = unsure();

    assertThat(climbed.part()).isPresent();
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.LARGE);
    assertThat(climbed.ascent().steps())
        .extracting(Step::rung, Step::model, Step::outcome)
        .containsExactly(
            tuple(Rung.MINI, "mini", "the model says: not found"),
            tuple(Rung.LARGE, "large", "answered"));
    var costs = context.getBean(Ledger.class).of("c1").stream().map(Booking::cost).toList();
    assertThat(climbed.ascent().steps()).extracting(Step::cost).isEqualTo(costs);
    assertThat(costs).allMatch(cost -> cost > 0);
  }

  @Test
  void aPersonIsCalledWhereNoModelFindsAnything() {
    small.answers(words -> NOT_FOUND);
    big.answers(words -> NOT_FOUND);
    var climbed = unsure();

    assertThat(climbed.part()).isEmpty();
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.PERSON);
    assertThat(drafts).isEmpty();
  }

  @Test
  void whatTheKnowledgeAnswersRemainsWhateverModelsSay() {
    small.answers(words -> NOT_FOUND);
    big.answers(words -> "nonsense");
    var candidate = new Candidate(MANUAL, "Manual", 0.9, Map.of(), List.of());
    var climbed = climb(Found.ANSWER, 0.9, false, new Decision.Answer(candidate, "sure"));

    assertThat(climbed.part()).isEmpty();
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.KNOWLEDGE);
  }

  @Test
  void noSecondModelIsAskedForWhatIsNoQuestion() {
    small.answers(words -> "{\"outcome\":\"out_of_scope\",\"sentences\":[]}");

    assertThat(unsure().part()).isEmpty();
    assertThat(big.calls()).isZero();
  }

  @Test
  void theSmallModelStandsInWhereTheLargeOneIsDown() {
    big.otherwise(() -> Scenario.UNAUTHORIZED);
    small.answers(words -> ANSWER);
    var climbed = climb(Found.NOTHING, 0.2, true, PERSON);

    assertThat(climbed.part()).isPresent();
    assertThat(climbed.ascent().begun()).isEqualTo(Rung.LARGE);
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.MINI);
    assertThat(booked()).containsExactly("large UNAUTHORIZED", "mini ANSWERED");
  }

  @Test
  void aModelThatFailedTooOftenIsNotWaitedFor() {
    big.otherwise(() -> Scenario.UNAUTHORIZED);
    small.answers(words -> ANSWER);
    for (int i = 0; i < 6; i++) {
      climb(Found.NOTHING, 0.2, true, PERSON);
    }
    var climbed = climb(Found.NOTHING, 0.2, true, PERSON);

    assertThat(climbed.ascent().begun()).isEqualTo(Rung.MINI);
    assertThat(climbed.ascent().because()).contains("no large model can be asked");
  }

  @Test
  void everybodyDownIsAPersonAtOnce() {
    big.otherwise(() -> Scenario.BROKEN);
    small.otherwise(() -> Scenario.GARBAGE);
    var climbed = unsure();

    assertThat(climbed.part()).isEmpty();
    assertThat(climbed.ascent().ended()).isEqualTo(Rung.PERSON);
    assertThat(climbed.ascent().steps()).extracting(Step::model).containsOnly("");
  }

  @Test
  void givesAnAnswerAgainToSomebodyNobodyKnowsAsLongAsItsPassageStands() {
    small.answers(words -> ANSWER);
    var first = unsure();
    var again = unsure();

    assertThat(small.calls()).isEqualTo(1);
    assertThat(again.part()).isEqualTo(first.part());
    assertThat(again.ascent().steps())
        .extracting(Step::outcome)
        .containsExactly("answered as it was before");
  }

  @Test
  void neverGivesToSomeoneWhoIsKnownWhatAnotherWasAnswered() {
    small.answers(words -> ANSWER);
    unsure();
    asked(MANUAL, new Sender("web", false, true), "How wide is the strap?");
    asked(MANUAL, Sender.UNKNOWN, "I am ana@shop.example, how wide is the strap?");
    asked(MANUAL, Sender.UNKNOWN, "I am ana@shop.example, how wide is the strap?");

    assertThat(small.calls()).isEqualTo(4);
  }

  @Test
  void asksAnewWhenThePassageHasChanged() {
    small.answers(words -> ANSWER);
    unsure();
    var changed =
        new Passage(
            "manual",
            4,
            Passage.Kind.DOCUMENT,
            "Manual",
            List.of("Straps"),
            "The strap is 22 mm wide. It is made of leather.",
            "https://shop.example/manual");
    asked(changed, Sender.UNKNOWN, "How wide is the strap?");

    assertThat(small.calls()).isEqualTo(2);
  }

  @Test
  void aModelOnTrialWritesTheSameAndIsShownToNobody() {
    small.answers(words -> ANSWER);
    trial.answers(words -> ANSWER.replace("wide.", "wide, we love you."));
    var climbed = unsure();

    assertThat(climbed.part().orElseThrow().text()).startsWith("The strap is 22 mm wide. [1]");
    await().atMost(Duration.ofSeconds(20)).until(() -> !scores().isEmpty());
    assertThat(scores().getFirst().model()).isEqualTo("preview");
    assertThat(scores().getFirst().asked()).isEqualTo(1);
    assertThat(scores().getFirst().answered()).isZero();
    assertThat(trial.asked().getFirst().toString()).contains("How wide is the strap?");
    assertThat(climbed.ascent().steps()).extracting(Step::model).containsExactly("mini");
  }

  private List<Trials.Score> scores() {
    return context.getBean(Trials.class).since(Instant.EPOCH);
  }

  @Test
  void noModelIsAskedWithoutMoney() {
    var settings = settings();
    settings.put("switchboard.model-budget.day", 0);
    try (var poor =
        ApplicationContext.builder().singletons(new SecureRandom()).properties(settings).start()) {
      var traits =
          new Traits(
              "",
              Found.NOTHING,
              true,
              0.2,
              1,
              true,
              false,
              0,
              true,
              0,
              false,
              false,
              Set.of(),
              "web");
      var cascade = poor.getBean(Cascade.class);
      var evidence = new Evidence(new Query("?", Locale.ENGLISH), List.of(), 0.2, Map.of());
      var climbed =
          cascade.climb(
              new Cascade.Question(
                  new Message("?", List.of()),
                  evidence,
                  PERSON,
                  traits,
                  Toolkit.NONE,
                  Locale.ENGLISH,
                  cascade.end()),
              drafts::add);

      assertThat(climbed.ascent().begun()).isEqualTo(Rung.PERSON);
      assertThat(climbed.ascent().because()).contains("no large model can be asked");
    }
    assertThat(small.calls() + big.calls()).isZero();
  }
}
