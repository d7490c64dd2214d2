package dev.switchboard.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The bot and models, for OpenAI's own client. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = OfficialClientTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OfficialClientTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:official;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final String KEY = "sk-switchboard-0123456789";

  private final ModelSandbox sandbox = ModelSandbox.start(0);

  @Inject EmbeddedServer server;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "switchboard.api-keys.shop.key", KEY,
        "switchboard.providers.one.url", sandbox.url().toString(),
        "switchboard.models.mini.provider", "one",
        "switchboard.models.mini.model", "gpt-4o-mini",
        "switchboard.models.spare.provider", "one",
        "switchboard.models.spare.model", "spare",
        "switchboard.models.spare.order", "1",
        "switchboard.models.spare.abilities", "TOOLS");
  }

  @AfterAll
  void close() {
    sandbox.close();
  }

  private OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder()
        .apiKey(key)
        .baseUrl(server.getURI() + "/v1")
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams.Builder asking(String model, String words) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage(words);
  }

  private static String text(ChatCompletion answer) {
    return answer.choices().getFirst().message().content().orElseThrow();
  }

  @Test
  void asksAModelAndTheBot() {
    var answer = client(KEY).chat().completions().create(asking("mini", "hello").build());
    assertThat(text(answer)).isEqualTo(ModelSandbox.answerTo("hello"));
    assertThat(answer.usage().orElseThrow().totalTokens()).isPositive();

    var bot =
        client(KEY)
            .chat()
            .completions()
            .create(asking("switchboard", "How long does delivery take?").build());
    assertThat(text(bot)).isNotBlank();
  }

  @Test
  void hearsAnAnswerInPieces() {
    var whole = ChatCompletionAccumulator.create();
    try (var stream =
        client(KEY).chat().completions().createStreaming(asking("mini", "hello").build())) {
      stream.stream().forEach(whole::accumulate);
    }
    assertThat(text(whole.chatCompletion())).isEqualTo(ModelSandbox.answerTo("hello"));
  }

  @Test
  void isAskedToCallAToolInPiecesAndAsAWhole() {
    var tool =
        ChatCompletionFunctionTool.builder()
            .function(
                FunctionDefinition.builder()
                    .name("order")
                    .parameters(
                        FunctionParameters.builder()
                            .putAdditionalProperty("type", JsonValue.from("object"))
                            .putAdditionalProperty(
                                "properties",
                                JsonValue.from(Map.of("id", Map.of("type", "string"))))
                            .putAdditionalProperty("required", JsonValue.from(List.of("id")))
                            .build())
                    .build())
            .build();
    var params = asking("mini", "where is my order?").addTool(tool).build();
    var whole = client(KEY).chat().completions().create(params);
    var pieces = ChatCompletionAccumulator.create();
    try (var stream = client(KEY).chat().completions().createStreaming(params)) {
      stream.stream().forEach(pieces::accumulate);
    }

    for (var answer : List.of(whole, pieces.chatCompletion())) {
      var call =
          answer.choices().getFirst().message().toolCalls().orElseThrow().getFirst().asFunction();
      assertThat(call.function().name()).isEqualTo("order");
      assertThat(call.function().arguments()).isEqualTo("{\"id\":\"1\"}");
    }
  }

  @Test
  void isAnsweredByAnotherWhereTheFirstFails() {
    sandbox.next("gpt-4o-mini", Scenario.NO_MODEL);
    var answer = client(KEY).chat().completions().create(asking("mini", "hello").build());
    assertThat(text(answer)).isEqualTo(ModelSandbox.answerTo("hello"));
  }

  @Test
  void readsWhatIsWrong() {
    assertThatThrownBy(
            () -> client("wrong").chat().completions().create(asking("mini", "x").build()))
        .isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(() -> client(KEY).chat().completions().create(asking("gpt-9", "x").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("there are: switchboard");
  }
}
