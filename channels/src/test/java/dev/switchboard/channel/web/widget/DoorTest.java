package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Message;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, to what, and with what. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = DoorTest.DATABASE)
// On localhost the framework refuses all other origins itself, before the door is asked.
@Property(name = "micronaut.server.cors.localhost-pass-through", value = "true")
@Property(
    name = "switchboard.widget.origins",
    value = "https://www.shop.example,https://*.team.example")
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class DoorTest {
  static final String DATABASE =
      "jdbc:h2:mem:door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  /** Every address that belongs to a conversation: method, path below it, a body that is right. */
  static final List<Route> ROUTES =
      List.of(
          new Route("GET", "events", ""),
          new Route("GET", "messages", ""),
          new Route("GET", "transcript", ""),
          new Route("POST", "messages", "{\"client_message_id\":\"k9\",\"text\":\"hello\"}"),
          new Route("POST", "escalate", "{}"),
          new Route("POST", "close", "{}"),
          new Route("POST", "typing", "{\"typing\":true}"),
          new Route("POST", "read", "{\"seq\":1}"),
          new Route("POST", "feedback", "{\"message_id\":\"x.1\",\"value\":\"up\"}"),
          new Route("POST", "csat", "{\"score\":3}"));

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  private Page page;
  private String conversation = "";

  record Route(String method, String path, String body) {}

  static Stream<Route> routes() {
    return ROUTES.stream();
  }

  static Stream<Route> posts() {
    return routes().filter(route -> route.method().equals("POST"));
  }

  @BeforeEach
  void visit() {
    page = new Page(server.getURI(), json);
    page.visit();
    conversation = page.say("new", "k1", "hello").get("conversation_id").getStringValue();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hidesTheConversationsOfOthers(Route route) {
    var stranger = new Page(server.getURI(), json);
    stranger.visit();

    var foreign = call(stranger, conversation, route);
    var unknown = call(stranger, "0e5f2c1a-3b7d-4f7e-9a51-6f2d8c9b1a00", route);

    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void letsNobodyInWithoutAToken(Route route) {
    for (var token : List.of("", "wrong", page.token + "x")) {
      var stranger = new Page(server.getURI(), json);
      stranger.token = token;

      var refused = call(stranger, conversation, route);

      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).contains("\"code\":\"session\"");
    }
  }

  @ParameterizedTest
  @MethodSource("posts")
  void refusesWhatIsNoJsonObject(Route route) {
    for (var body : List.of("", "{", "[]", "7", "\"x\"", "{\"a\":1,\"a\":2}", "null")) {
      var refused = call(page, conversation, new Route("POST", route.path(), body));

      assertThat(refused.statusCode()).as(body).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"hello\"}",
        "{\"client_message_id\":7,\"text\":\"hello\"}",
        "{\"client_message_id\":\"k2\",\"text\":7}",
        "{\"client_message_id\":\"k2\",\"text\":[\"hello\"]}"
      })
  void refusesMessagesWithoutTheirParts(String body) {
    assertThat(page.post("conversations/new/messages", body).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesMessagesThatSayNothingOrTooMuch() {
    var limit = Message.MAX_LENGTH;

    assertThat(page.send("new", "k2", " \n ").statusCode()).isEqualTo(422);
    assertThat(page.send("new", "no spaces", "hello").statusCode()).isEqualTo(422);
    assertThat(page.send("new", "k".repeat(65), "hello").statusCode()).isEqualTo(422);
    assertThat(page.send("new", "k3", "x".repeat(limit + 1)).statusCode()).isEqualTo(413);
    assertThat(page.send("new", "k4", "x".repeat(limit)).statusCode()).isEqualTo(201);
    assertThat(
            page.post("conversations/new/messages", "{\"a\":\"" + "x".repeat(70_000) + "\"}")
                .statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "6", "-1", "2.5", "\"3\"", "null", "1e99"})
  void refusesScoresThatAreNone(String score) {
    var refused = page.post("conversations/" + conversation + "/csat", "{\"score\":" + score + "}");

    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
  void refusesEventIdsThatAreNone(String after) {
    assertThat(page.get("conversations/" + conversation + "/events?after=" + after).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "https://www.shop.example.evil.example",
        "https://evil.example/https://www.shop.example",
        "self",
        "https://team.example",
        "https://evil.example/x.team.example",
        "http://www.shop.example",
        "https://www.shop.example:8443"
      })
  void refusesPagesOfForeignOrigins(String origin) {
    assertThat(from(origin).statusCode()).isEqualTo(403);
  }

  @Test
  void takesMessagesFromItsOwnPagesAndTheTeams() {
    // The same message each time: new at first, then known.
    assertThat(from("https://www.shop.example").statusCode()).isEqualTo(201);
    assertThat(from("https://help.team.example").statusCode()).isEqualTo(200);
    assertThat(from("http://%s:%d".formatted(server.getHost(), server.getPort())).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> from(String origin) {
    var body = BodyPublishers.ofString("{\"client_message_id\":\"k5\",\"text\":\"hello\"}");
    return page.exchange(page.to("conversations/new/messages").header("Origin", origin).POST(body));
  }

  @Test
  void slowsDownWhoSendsTooMuch() {
    var answers =
        Stream.generate((Supplier<HttpResponse<String>>) () -> page.send("new", "k1", "hello"))
            .limit(Limits.MESSAGES_A_MINUTE + 5)
            .map(HttpResponse::statusCode)
            .toList();

    assertThat(answers).contains(200, 429);
    var refused = page.send("new", "k1", "hello");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
    assertThat(refused.body()).contains("\"retry_after\":");
  }

  private static HttpResponse<String> call(Page page, String conversation, Route route) {
    var request = page.to("conversations/" + conversation + "/" + route.path());
    return page.exchange(
        request.method(
            route.method(),
            route.method().equals("GET")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(route.body())));
  }
}
