package dev.switchboard.bot.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Message;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Query;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Sender;
import dev.switchboard.bot.Traits;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.tool.Toolkit;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is tried on a part of the conversations. */
@Timeout(60)
class ExperimentTest {
  private final ModelSandbox models = ModelSandbox.start(0);
  private final Map<String, Object> settings = new HashMap<>();

  @BeforeEach
  void set() {
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:experiment-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    settings.put("switchboard.providers.one.url", models.url().toString());
    for (var model : List.of("mini", "rival")) {
      settings.put("switchboard.models.%s.provider".formatted(model), "one");
      settings.put("switchboard.models.%s.model".formatted(model), model);
      settings.put("switchboard.models.%s.order".formatted(model), model.equals("mini") ? 0 : 1);
    }
    settings.put("switchboard.experiment.name", "one");
    settings.put("switchboard.experiment.from", "2026-05-01");
  }

  @AfterEach
  void close() {
    models.close();
  }

  private ApplicationContext context() {
    return ApplicationContext.builder().singletons(new SecureRandom()).properties(settings).start();
  }

  private static List<String> tried(Experiment experiment) {
    return IntStream.range(0, 2_000)
        .mapToObj(i -> "conversation-" + i)
        .filter(experiment::isTried)
        .toList();
  }

  private Cascade.Climbed climb(ApplicationContext context, String conversation) {
    var passage =
        new Passage(
            "m", 1, Passage.Kind.DOCUMENT, "Manual", List.of(), "The strap is 25 mm wide.", "");
    var evidence =
        new Evidence(
            new Query("How wide is the strap?", Locale.ENGLISH),
            List.of(new Candidate(passage, "", 0.7, Map.of(), List.of())),
            0.7,
            Map.of());
    var alone = new Decision.Escalate(Decision.Cause.NOT_COVERED, "not near enough");
    var traits =
        new Traits(
            "",
            Traits.Found.NOTHING,
            true,
            0.2,
            1,
            false,
            false,
            0,
            false,
            0,
            false,
            false,
            Set.of(),
            "web");
    var cascade = context.getBean(Cascade.class);
    var message =
        new Message(
            "How wide is the strap?", List.of(), false, Sender.UNKNOWN, conversation, List.of());
    return cascade.climb(
        new Cascade.Question(
            message, evidence, alone, traits, Toolkit.NONE, Locale.ENGLISH, cascade.end()),
        text -> {});
  }

  @Test
  void aConversationStaysWhereItIsInEveryProcessAndTheShareIsKept() {
    settings.put("switchboard.experiment.model", "rival");
    settings.put("switchboard.experiment.share", 0.3);
    try (var one = context();
        var other = context()) {
      var tried = tried(one.getBean(Experiment.class));

      assertThat(tried(other.getBean(Experiment.class))).isEqualTo(tried);
      assertThat(tried.size()).isBetween(500, 700);
      assertThat(one.getBean(Experiment.class).isTried("")).isFalse();
    }
    settings.put("switchboard.experiment.name", "two");
    try (var anew = context()) {
      assertThat(tried(anew.getBean(Experiment.class)).size()).isBetween(500, 700);
    }
  }

  @Test
  void theOtherModelIsAskedInTheArmWhereItIsTriedAlone() {
    settings.put("switchboard.experiment.model", "rival");
    try (var context = context()) {
      var tried = tried(context.getBean(Experiment.class));
      assertThat(climb(context, tried.getFirst()).ascent().steps().getFirst().model())
          .isEqualTo("rival");
      var usual =
          IntStream.range(0, 50)
              .mapToObj(i -> "conversation-" + i)
              .filter(id -> !tried.contains(id));
      assertThat(
              climb(context, usual.findFirst().orElseThrow()).ascent().steps().getFirst().model())
          .isEqualTo("mini");
    }
  }

  @Test
  void theOtherPolicyHoldsInTheArmWhereItIsTriedAlone() {
    settings.put("switchboard.policies.thrifty.rungs.unsure", "PERSON");
    settings.put("switchboard.experiment.policy", "thrifty");
    try (var context = context()) {
      var tried = tried(context.getBean(Experiment.class));

      assertThat(climb(context, tried.getFirst()).ascent().begun()).isEqualTo(Rung.PERSON);
      assertThat(climb(context, "").ascent().begun()).isEqualTo(Rung.MINI);
    }
  }

  @Test
  void theOtherPromptIsSentInTheArmWhereItIsTriedAlone(@TempDir Path folder) throws IOException {
    var prompt = Files.writeString(folder.resolve("prompt.txt"), "Be brief. The code is {code}.");
    settings.put("switchboard.experiment.prompt", prompt.toString());
    try (var context = context()) {
      climb(context, tried(context.getBean(Experiment.class)).getFirst());
      assertThat(models.asked().getLast().toString()).contains("Be brief.");
      climb(context, "");
      assertThat(models.asked().getLast().toString()).doesNotContain("Be brief.");
    }
  }

  @Test
  void conversationsFromBeforeItBeganDoNotCount() {
    settings.put("switchboard.experiment.model", "rival");
    try (var context = context()) {
      assertThat(context.getBean(Experiment.class).begin())
          .isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
    }
    settings.remove("switchboard.experiment.from");
    try (var context = context()) {
      assertThatThrownBy(() -> context.getBean(Experiment.class))
          .hasMessageContaining("switchboard.experiment.from");
    }
  }

  @Test
  void whatIsNotThereIsRefusedWhenTheServerStarts(@TempDir Path folder) throws IOException {
    var bare = Files.writeString(folder.resolve("bare.txt"), "Be brief.");
    for (var wrong :
        Map.of("model", "nobody", "policy", "none", "prompt", bare.toString(), "share", "2")
            .entrySet()) {
      settings.keySet().removeIf(key -> key.startsWith("switchboard.experiment."));
      settings.put("switchboard.experiment.name", "one");
      settings.put("switchboard.experiment.from", "2026-05-01");
      settings.put("switchboard.experiment." + wrong.getKey(), wrong.getValue());
      try (var context = context()) {
        assertThatThrownBy(() -> context.getBean(Experiment.class))
            .describedAs(wrong.getKey())
            .isInstanceOf(BeanInstantiationException.class);
      }
    }
  }
}
