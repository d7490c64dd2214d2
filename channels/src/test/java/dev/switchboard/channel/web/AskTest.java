package dev.switchboard.channel.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Exchange;
import dev.switchboard.bot.Message;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest
class AskTest {
  @Inject Site site;
  @Inject ShopEngine engine;
  @Inject JsonMapper json;
  @Inject ObjectMapper mapper;

  @Test
  void answersWithTheTextItsBlocksAndTheWordsThatProveIt() throws IOException {
    var part = at(asked("How long is the delivery?"), "parts", 0);

    assertThat(string(part, "decision")).isEqualTo("answer");
    assertThat(at(part, "confidence").getDoubleValue()).isEqualTo(0.97);
    assertThat(string(part, "text")).startsWith("A parcel takes **2 to 4 working days**");
    assertThat(string(part, "blocks", 0, "type")).isEqualTo("paragraph");
    assertThat(string(part, "blocks", 1, "type")).isEqualTo("table");
    assertThat(string(part, "blocks", 0, "content", 1, "content", 0, "text"))
        .isEqualTo("2 to 4 working days");
    assertThat(at(part, "blocks", 2, "content", 3, "number").getIntValue()).isEqualTo(1);
    var citation = at(part, "citations", 0);
    assertThat(string(citation, "article")).isEqualTo("delivery-times");
    assertThat(at(citation, "version").getIntValue()).isEqualTo(3);
    assertThat(string(citation, "kind")).isEqualTo("document");
    assertThat(string(citation, "url")).isEqualTo("https://shop.example/help/delivery");
    assertThat(ShopEngine.DELIVERY.text()).contains(string(citation, "quote"));
    assertThat(at(citation, "headings").size()).isEqualTo(2);
  }

  @Test
  void showsHowTheAnswerCameAbout() throws IOException {
    var answer = asked("How long is the delivery?");
    var receipt = at(answer, "receipt");

    assertThat(string(answer, "language")).isEqualTo("en");
    assertThat(at(receipt, "thresholds", "answer").getDoubleValue()).isEqualTo(0.8);
    assertThat(at(receipt, "micros", "total").getLongValue()).isEqualTo(3580);
    var search = at(receipt, "evidence", 0);
    assertThat(at(search, "candidates").size()).isEqualTo(3);
    assertThat(at(search, "candidates", 0, "scores").size()).isEqualTo(2);
    assertThat(at(search, "micros", "meaning").getLongValue()).isEqualTo(2140);
  }

  @Test
  void offersTheChoiceBetweenCloseArticles() throws IOException {
    var part = at(asked("Can I return it?"), "parts", 0);

    assertThat(string(part, "decision")).isEqualTo("clarify");
    assertThat(at(part, "options").size()).isEqualTo(2);
    assertThat(string(at(part, "options", 0), "question")).isEqualTo("How do I get a refund?");
    assertThat(at(part, "citations").size()).isZero();
  }

  @Test
  void handsOverWhatTheKnowledgeDoesNotHoldAndSaysHowSureItIs() throws IOException {
    var part = at(asked("Do you sell gift cards?"), "parts", 0);

    assertThat(string(part, "decision")).isEqualTo("escalate");
    assertThat(at(part, "confidence").getDoubleValue()).isEqualTo(0.04);
  }

  @Test
  void repliesToEachOfSeveralQuestions() throws IOException {
    var answer = asked("How long is the delivery? Do you sell gift cards?");

    assertThat(at(answer, "parts").size()).isEqualTo(2);
    assertThat(string(at(answer, "receipt", "signals"), 0)).isEqualTo("several_questions");
  }

  @Test
  void returnsACourtesyWithEveryKeyPresent() throws IOException {
    var part = at(asked("hello"), "parts", 0);

    assertThat(string(part, "decision")).isEqualTo("courtesy");
    assertThat(string(part, "question")).isEmpty();
    assertThat(at(part, "citations").isArray()).isTrue();
    assertThat(at(part, "options").isArray()).isTrue();
  }

  @Test
  void handsTheConversationSoFarToTheEngine() {
    site.ask(
        """
        {"question": "and abroad?", "extra": {"__proto__": 1},
         "history": [{"question": "How long?", "articles": ["delivery-times"]}, {"question": "x"}]}
        """);

    assertThat(engine.last.get())
        .isEqualTo(
            new Message(
                "and abroad?",
                List.of(
                    new Exchange("How long?", List.of("delivery-times")),
                    new Exchange("x", List.of()))));
  }

  @Test
  void answersAQuestionWithHalfASurrogatePair() throws IOException {
    var response = site.ask("{\"question\": \"How long is \\ud83d the delivery?\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(string(tree(response.body()), "question"))
        .isEqualTo("How long is \uFFFD the delivery?");
  }

  @Test
  void thinksOnAVirtualThread() {
    site.ask("{\"question\": \"How long is the delivery?\"}");

    assertThat(engine.thread.get().isVirtual()).isTrue();
  }

  @Test
  void isWrittenAlikeWhereverAReplyIsPrinted() throws IOException {
    var answer = AskAnswer.of(engine.reply(message("Can I return it?")));
    var printed = mapper.writeValueAsString(answer);

    assertThat(printed).isEqualTo(site.ask("{\"question\": \"Can I return it?\"}").body());
  }

  private JsonNode asked(String question) throws IOException {
    var response = site.ask(json.writeValueAsString(Map.of("question", question)));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return tree(response.body());
  }

  private static Message message(String question) {
    return new Message(question, List.of());
  }

  private static String string(JsonNode node, Object... steps) {
    return at(node, steps).getStringValue();
  }

  private static JsonNode at(JsonNode node, Object... steps) {
    var at = node;
    for (var step : steps) {
      at = requireNonNull(step instanceof Integer i ? at.get(i) : at.get(step.toString()));
    }
    return at;
  }

  private JsonNode tree(String body) throws IOException {
    return requireNonNull(json.readValue(body, JsonNode.class));
  }
}
