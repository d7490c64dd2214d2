package dev.switchboard.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Questions of OpenAI's clients, passed on as they are. */
@Timeout(120)
class RelayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelSandbox first = ModelSandbox.start(0);
  private final ModelSandbox second = ModelSandbox.start(0);
  private final ApplicationContext context =
      ApplicationContext.builder().singletons(new SecureRandom()).properties(settings()).start();

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:relay-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(UUID.randomUUID()));
    settings.put("switchboard.providers.one.url", first.url().toString());
    settings.put("switchboard.providers.two.url", second.url().toString());
    settings.put("switchboard.models.main.provider", "one");
    settings.put("switchboard.models.main.model", "gpt-4o-mini");
    settings.put("switchboard.models.first.provider", "one");
    settings.put("switchboard.models.first.model", "o1-mini");
    settings.put("switchboard.models.spare.provider", "two");
    settings.put("switchboard.models.spare.model", "llama");
    settings.put("switchboard.models.spare.order", 1);
    settings.put("switchboard.model-patience.first-token", "1500ms");
    settings.put("switchboard.model-patience.between-tokens", "400ms");
    settings.put("switchboard.model-patience.whole", "20s");
    return settings;
  }

  @AfterEach
  void close() {
    context.close();
    first.close();
    second.close();
  }

  private static ObjectNode body(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  private static ObjectNode question(boolean streams) {
    return body(
        "{\"model\":\"main\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"
            .formatted(streams));
  }

  private Relayed relay(ObjectNode body, Pieces pieces) {
    return context
        .getBean(LlmGateway.class)
        .relay(new Relay(body, Tier.MINI, "main", "test", ""), pieces);
  }

  /** What a client has before it at the end. */
  private static final class Heard implements Pieces {
    private final StringBuilder text = new StringBuilder();
    private final List<String> data = new ArrayList<>();
    private int restarts;

    @Override
    public void next(String piece) {
      data.add(piece);
      for (var choice : body(piece).path("choices")) {
        text.append(choice.path("delta").path("content").asText(""));
      }
    }

    @Override
    public void restart() {
      text.setLength(0);
      restarts++;
    }
  }

  private String text(ObjectNode body) {
    if (body.path("stream").asBoolean()) {
      var heard = new Heard();
      assertThat(relay(body, heard)).isInstanceOf(Relayed.Done.class);
      return heard.text.toString();
    }
    var done = (Relayed.Done) relay(body, Pieces.none());
    return body(new String(done.body(), StandardCharsets.UTF_8))
        .path("choices")
        .path(0)
        .path("message")
        .path("content")
        .asText();
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      mode = Mode.EXCLUDE,
      names = {"SHORTENED", "ENDLESS", "LATE"})
  void isAnsweredInPiecesHoweverTheFirstFails(Scenario scenario) {
    first.otherwise(() -> scenario);
    assertThat(text(question(true))).isEqualTo(ModelSandbox.answerTo("hello"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      mode = Mode.EXCLUDE,
      names = {"SHORTENED", "ENDLESS", "LATE"})
  void isAnsweredAsAWholeHoweverTheFirstFails(Scenario scenario) {
    first.otherwise(() -> scenario);
    assertThat(text(question(false))).isEqualTo(ModelSandbox.answerTo("hello"));
  }

  @Test
  void speaksToEachModelInItsOwnWords() {
    first.otherwise(() -> Scenario.UNAUTHORIZED);
    var asked = question(false).put("max_tokens", 77).put("temperature", 0.2);
    asked.putObject("response_format").put("type", "json_object");
    text(asked);

    assertThat(first.asked().getLast().path("model").asText()).isEqualTo("gpt-4o-mini");
    assertThat(first.asked().getLast().path("max_completion_tokens").asInt()).isEqualTo(77);
    assertThat(second.asked().getLast().path("model").asText()).isEqualTo("llama");
    assertThat(second.asked().getLast().path("max_tokens").asInt()).isEqualTo(77);
    assertThat(second.asked().getLast().path("response_format").path("type").asText())
        .isEqualTo("json_object");
    assertThat(asked.path("model").asText()).describedAs("is left as it was").isEqualTo("main");
  }

  @Test
  void mayBeAnsweredAsLongAsUsualWhereTheClientDoesNotSay() {
    first.otherwise(() -> Scenario.UNAUTHORIZED);
    text(question(false));
    assertThat(second.asked().getLast().path("max_tokens").asInt()).isEqualTo(4_096);

    var lengthy = question(false);
    lengthy
        .withArray("messages")
        .addObject()
        .put("role", "user")
        .put("content", "word ".repeat(3_000));
    text(lengthy);
    assertThat(second.asked().getLast().path("max_tokens").asInt())
        .as("what is left of the window of 8,192")
        .isBetween(1, 4_095);
  }

  @Test
  void spareAModelWhatItDoesNotTakeAndTellInPiecesWhatItSaysAsAWhole() {
    var asked =
        body(
            "{\"model\":\"first\",\"stream\":true,\"messages\":[{\"role\":\"system\",\"content\":\"Be"
                + " brief.\"},{\"role\":\"user\",\"content\":\"hello\"}]}");
    var heard = new Heard();
    var relay = new Relay(asked, Tier.PREVIEW, "first", "test", "");
    context.getBean(LlmGateway.class).relay(relay, heard);
    var sent = first.asked().getLast();

    assertThat(heard.text).hasToString(ModelSandbox.answerTo("hello"));
    assertThat(sent.has("stream")).isFalse();
    assertThat(sent.path("messages").findValuesAsText("role")).containsExactly("user", "user");
    assertThat(sent.path("max_completion_tokens").asInt()).isGreaterThanOrEqualTo(4_000);
  }

  @Test
  void callsOfToolsComeThroughInPiecesAndAsAWhole() {
    var asked = question(true);
    asked
        .putArray("tools")
        .add(
            body(
                "{\"type\":\"function\",\"function\":{\"name\":\"order\",\"parameters\":"
                    + "{\"type\":\"object\",\"required\":[\"id\"]}}}"));
    var heard = new Heard();
    relay(asked, heard);
    var arguments = new StringBuilder();
    for (var data : heard.data) {
      arguments.append(
          body(data)
              .path("choices")
              .path(0)
              .path("delta")
              .path("tool_calls")
              .path(0)
              .path("function")
              .path("arguments")
              .asText(""));
    }
    assertThat(arguments).hasToString("{\"id\":\"1\"}");

    var whole = (Relayed.Done) relay(asked.put("stream", false), Pieces.none());
    assertThat(new String(whole.body(), StandardCharsets.UTF_8))
        .contains("\"finish_reason\":\"tool_calls\"", "\"name\":\"order\"");
  }

  @Test
  void isBookedToTheTokenWhateverBecomesOfIt() {
    var begun = Instant.EPOCH;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        boolean streams = i % 2 == 0;
        threads.submit(() -> text(question(streams)));
      }
    }
    var told = first.bills().stream().mapToLong(bill -> bill.in() + bill.out()).sum();
    var booked =
        context.getBean(Ledger.class).of("").stream()
            .filter(call -> call.at().isAfter(begun))
            .mapToLong(call -> call.usage().in() + call.usage().out())
            .sum();

    assertThat(booked).isEqualTo(told).isPositive();
  }

  @Test
  void tellsWhetherTheQuestionIsAtFault() {
    first.otherwise(() -> Scenario.TOO_LONG);
    second.otherwise(() -> Scenario.TOO_LONG);
    assertThat(((Relayed.Nothing) relay(question(false), Pieces.none())).isAskersFault()).isTrue();

    second.otherwise(() -> Scenario.BROKEN);
    assertThat(((Relayed.Nothing) relay(question(false), Pieces.none())).isAskersFault()).isFalse();
  }

  @Test
  void isStoppedWhenItNeverEnds() {
    first.otherwise(() -> Scenario.ENDLESS);
    second.otherwise(() -> Scenario.ENDLESS);
    var heard = new Heard();

    assertThat(relay(question(true), heard)).isInstanceOf(Relayed.Nothing.class);
  }
}
