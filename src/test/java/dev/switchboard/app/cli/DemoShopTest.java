package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.app.shop.DemoShop;
import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.store.StoreDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bot's tools in the demo shop, over HTTP, as the widget uses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DemoShopTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private RunningServer server;
  private DemoShop shop;
  private ModelStage models;
  private int messages;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var faq = folder.resolve("faq.csv");
    Files.writeString(faq, "question,answer\nHow long does delivery take?,Two to four days.\n");
    var settings = new HashMap<String, Object>();
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    settings.put(Application.DATA, folder.toString());
    settings.put(StartingKnowledge.PATH, faq.toString());
    settings.put(Application.DATABASE, StoreDefaults.inMemory("demo-shop"));
    models = ModelStage.set(settings);
    shop = DemoShop.set(settings);
    server = RunningServer.start(settings, line -> {});
    shop.show(server.address());
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
  }

  @AfterAll
  void stop() {
    server.close();
    shop.close();
    models.close();
    client.close();
  }

  /** Somebody in the chat. */
  private final class Visit {
    private final String token;
    private String conversation = "";

    private Visit(String customer) throws IOException, InterruptedException {
      var body = customer.isEmpty() ? "{}" : "{\"jwt\":\"%s\"}".formatted(shop.token(customer));
      token = post("sessions", "", body).path("session_token").asText();
    }

    private Turn ask(String words) throws IOException, InterruptedException {
      var path = conversation.isEmpty() ? "new" : conversation;
      var sent =
          post(
              "conversations/%s/messages".formatted(path),
              token,
              "{\"client_message_id\":\"m%d\",\"text\":\"%s\"}".formatted(++messages, words));
      long seq = sent.path("seq").asLong();
      conversation = sent.path("conversation_id").asText();
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> turns().stream().anyMatch(turn -> turn.shownSeq() > seq));
      return turns().getLast();
    }

    private List<Turn> turns() {
      return server.part(Conversations.class).transcript(conversation).stream()
          .filter(turn -> turn.author() == Author.BOT)
          .toList();
    }

    private JsonNode offer() throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(uri("conversations/%s/messages?after=0".formatted(conversation)))
              .header("Authorization", "Bearer " + token)
              .build();
      var all =
          json.readTree(client.send(request, BodyHandlers.ofString()).body()).path("messages");
      return all.path(all.size() - 1).path("offers").path(0);
    }

    private JsonNode answer(String proposal, boolean wanted)
        throws IOException, InterruptedException {
      return post(
          "conversations/%s/proposals/%s".formatted(conversation, proposal),
          token,
          "{\"wanted\":%s}".formatted(wanted));
    }
  }

  private URI uri(String path) {
    return server.address().resolve("/widget/v1/" + path);
  }

  private JsonNode post(String path, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var response = client.send(request.build(), BodyHandlers.ofString());
    return ((ObjectNode) json.readTree(response.body())).put("http", response.statusCode());
  }

  @Test
  void tellsSomebodyWhereTheirOrderIsWithItsSource() throws Exception {
    var turn = new Visit("ada").ask("Where is my order 1007?");

    assertThat(turn.text()).contains("Order 1007 (Ridge tent, enamel kettle) was shipped on");
    assertThat(turn.receipt())
        .contains("tool:order_status", "a tool of the team may know more", "looked up: Your order");
  }

  @Test
  void listsTheirOrdersAndNoOthers() throws Exception {
    assertThat(new Visit("ben").ask("Which orders do I have?").text())
        .contains("1011")
        .doesNotContain("1007", "1003");
  }

  @Test
  void tellsNobodyOfOrdersOfOthers() throws Exception {
    assertThat(new Visit("ada").ask("Where is my order 1011?").text())
        .contains("There is no order 1011 in your account.");
    var stranger = new Visit("").ask("Where is my order 1007?");
    assertThat(stranger.text()).doesNotContain("Ridge tent");
    assertThat(stranger.receipt()).doesNotContain("tool:");
  }

  @Test
  void registersAReturnOnceItIsConfirmedAndOnlyOnce() throws Exception {
    var ada = new Visit("ada");
    var turn = ada.ask("I want to return the hiking boots of order 1003.");
    assertThat(turn.text())
        .contains("Nothing happens until you confirm it")
        .contains("Return the hiking boots of order 1003");
    var offer = ada.offer();
    assertThat(offer.path("state").asText()).isEqualTo("offered");

    assertThat(
            new Visit("ben").answer(offer.path("proposal_id").asText(), true).path("http").asInt())
        .isEqualTo(404);
    assertThat(ada.answer(offer.path("proposal_id").asText(), true).path("state").asText())
        .isEqualTo("done");
    assertThat(ada.answer(offer.path("proposal_id").asText(), true).path("http").asInt())
        .isEqualTo(409);
    assertThat(ada.turns().getLast().text()).contains("Return R501 is registered");
  }

  @Test
  void showsItsCustomersAPageWithTheChat() throws Exception {
    var page = client.send(HttpRequest.newBuilder(shop.page()).build(), BodyHandlers.ofString());

    assertThat(page.body())
        .contains("Hello, Ada Adler", "1007", server.address() + "/widget/v1.js", "setUser")
        .doesNotContain("1011<");
  }
}
