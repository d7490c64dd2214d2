package dev.switchboard.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.switchboard.bot.model.Ledger;
import dev.switchboard.bot.model.sandbox.ModelSandbox;
import dev.switchboard.bot.model.sandbox.Scenario;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The bot and models, for clients of OpenAI. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = CompletionsTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CompletionsTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:completions;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final String KEY = "sk-switchboard-0123456789";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ModelSandbox sandbox = ModelSandbox.start(0);
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject EmbeddedServer server;
  @Inject Ledger ledger;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "switchboard.api-keys.shop.key", KEY,
        "switchboard.providers.one.url", sandbox.url().toString(),
        "switchboard.models.mini.provider", "one",
        "switchboard.models.mini.model", "mini",
        "switchboard.models.trial.provider", "one",
        "switchboard.models.trial.model", "o1-preview");
  }

  @AfterAll
  void close() {
    sandbox.close();
    client.close();
  }

  private OpenAiChatModel model(String name, String key) {
    return OpenAiChatModel.builder()
        .baseUrl(server.getURI() + "/v1")
        .apiKey(key)
        .modelName(name)
        .maxRetries(0)
        .build();
  }

  private HttpResponse<String> post(String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void talkToTheBotAsToAModel() {
    var answer =
        model("switchboard", KEY)
            .chat(
                ChatRequest.builder().messages(UserMessage.from("How do I get a refund?")).build());

    assertThat(answer.aiMessage().text()).contains("within 30 days", "[1]");
    assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void talkToModelsThroughTheGateway() {
    assertThat(model("mini", KEY).chat("hello")).isEqualTo(ModelSandbox.answerTo("hello"));
  }

  @Test
  void hearAnswersInPieces() throws Exception {
    var done = new CompletableFuture<ChatResponse>();
    var pieces = new StringBuilder();
    OpenAiStreamingChatModel.builder()
        .baseUrl(server.getURI() + "/v1")
        .apiKey(KEY)
        .modelName("mini")
        .build()
        .chat(
            "hello",
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String piece) {
                pieces.append(piece);
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                done.complete(response);
              }

              @Override
              public void onError(Throwable error) {
                done.completeExceptionally(error);
              }
            });
    var answer = done.get(20, TimeUnit.SECONDS);

    assertThat(pieces).hasToString(ModelSandbox.answerTo("hello"));
    assertThat(answer.aiMessage().text()).isEqualTo(ModelSandbox.answerTo("hello"));
    assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(answer.tokenUsage().outputTokenCount()).isPositive();
  }

  @Test
  void areRefusedInTheirOwnWords() {
    assertThatThrownBy(() -> model("mini", "sk-wrong").chat("hello"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("Send a key of this server");
    assertThatThrownBy(() -> model("gpt-9", KEY).chat("hello"))
        .isInstanceOf(ModelNotFoundException.class)
        .hasMessageContaining("there are: switchboard, mini");
    assertThat(post("{\"model\":\"mini\"}").body())
        .contains("\"error\"", "list of at least one message");
    for (var role : new String[] {"user", "system", "assistant"}) {
      var blank =
          "{\"model\":\"switchboard\",\"messages\":[{\"role\":\"%s\",\"content\":\" \"},{\"role\":\"user\",\"content\":\"x\"}]}";
      assertThat(post(blank.formatted(role)).statusCode()).as(role).isEqualTo(400);
    }
    assertThat(post("nonsense").statusCode()).isEqualTo(400);
    assertThat(post("nonsense").body()).contains("\"error\":{\"message\"");
    assertThat(
            post("{\"model\":\"switchboard\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                    + "\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]}")
                .body())
        .contains("Only text is taken");
    assertThat(
            post("{\"model\":\"mini\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                    + "\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]}")
                .body())
        .contains("it cannot do what is asked: image");
  }

  @Test
  void areNotKeptWaitingBehindARequestThatWasTooLarge() {
    assertThat(post("x".repeat(10_400_000)).statusCode()).isEqualTo(413);
    assertThat(post("nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void areToldWhenNobodyCanAnswer() {
    sandbox.next("mini", Scenario.UNAUTHORIZED);

    var answer =
        post("{\"model\":\"mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("no_model_available").doesNotContain("sk-1234567890");
  }

  @Test
  void seeWhatThereIsToAsk() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/v1/models"))
            .header("Authorization", "Bearer " + KEY)
            .build();

    var answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.body()).contains("\"switchboard\"", "\"mini\"").doesNotContain("trial");
  }

  @Test
  void leaveAndTheModelIsToldToStop() throws Exception {
    sandbox.next("mini", Scenario.ENDLESS);
    int before = sandbox.left();
    var body =
        "{\"model\":\"mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
    var request =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var leaving = HttpClient.newHttpClient()) {
      var stream = leaving.send(request, BodyHandlers.ofInputStream()).body();
      assertThat(stream.readNBytes(50)).hasSize(50);
      stream.close();
      leaving.shutdownNow();
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> sandbox.left() > before);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ledger.of("").stream().anyMatch(call -> call.outcome().equals("CUT")));
  }
}
