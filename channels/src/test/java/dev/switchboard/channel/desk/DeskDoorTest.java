package dev.switchboard.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what at the desk, and with what. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = DeskDoorTest.DATABASE)
@Timeout(60)
class DeskDoorTest {
  static final String DATABASE =
      "jdbc:h2:mem:desk-door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  /** Every address of a case: method, path, a body that is right. */
  static final List<Route> ROUTES =
      List.of(
          new Route("GET", "cases/%s", ""),
          new Route("GET", "cases/%s/turns?before=9", ""),
          new Route("GET", "cases/%s/suggestion", ""),
          new Route("GET", "cases/%s/suggestions", ""),
          new Route("GET", "events?case=%s", ""),
          new Route("POST", "cases/%s/claim", "{}"),
          new Route("POST", "cases/%s/release", "{}"),
          new Route("POST", "cases/%s/hand-back", "{}"),
          new Route("POST", "cases/%s/assign", "{\"to\":\"Ann\"}"),
          new Route("POST", "cases/%s/snooze", "{\"until\":\"2100-01-01T00:00:00Z\"}"),
          new Route("POST", "cases/%s/resolve", "{\"because\":\"x\"}"),
          new Route("POST", "cases/%s/article", "{}"),
          new Route("POST", "cases/%s/reply", "{\"key\":\"k\",\"text\":\"x\"}"),
          new Route("POST", "cases/%s/note", "{\"key\":\"k\",\"text\":\"x\"}"),
          new Route("POST", "cases/%s/typing", "{\"typing\":true}"));

  @Inject EmbeddedServer server;
  @Inject Team team;
  @Inject Inbox inbox;
  @Inject Conversations conversations;
  private AgentPage ann;
  private String id = "";

  record Route(String method, String path, String body) {
    String on(String conversation) {
      return path.formatted(conversation);
    }
  }

  static Stream<Route> routes() {
    return ROUTES.stream();
  }

  static Stream<Route> posts() {
    return routes().filter(route -> route.method().equals("POST"));
  }

  @BeforeEach
  void open() {
    ann = team.agent("Ann");
    id = inbox.accept(new Incoming("web", "ada", "m1", "hello")).conversationId();
    conversations.command(id, new Claim("Ann"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void knowsNoCaseThatNeverWas(Route route) {
    assertThat(call(ann, route, "nobody").statusCode())
        .isEqualTo(route.path().contains("snooze") ? 422 : 404);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void letsInOnlyWhoWorksOnCases(Route route) throws Exception {
    var author = team.signIn("Wim", Role.AUTHOR);
    assertThat(call(author, route, id).statusCode()).isEqualTo(403);

    var stranger =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/desk/api/" + route.on(id)))
            .header("Content-Type", "application/json")
            .method(route.method(), BodyPublishers.ofString(route.body()))
            .build();
    var refused = HttpClient.newHttpClient().send(stranger, BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void takesNoChangeWithoutThePagesOwnToken(Route route) {
    var forged = ann.to(route.on(id)).POST(BodyPublishers.ofString(route.body()));

    assertThat(ann.exchange(forged).statusCode()).isEqualTo(403);
    assertThat(conversations.custodyEvents(id)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("posts")
  void refusesWhatIsNoJsonObject(Route route) {
    for (var body : List.of("", "{", "[]", "7", "{\"a\":1,\"a\":2}", "null")) {
      var refused = ann.post(route.on(id), body);

      assertThat(refused.statusCode()).as(body).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reply   | {"key":"k","text":" \\n "}            | 422
          reply   | {"key":"k","text":"\\u0000"}          | 422
          reply   | {"key":"no spaces","text":"x"}        | 422
          reply   | {"key":"","text":"x"}                 | 422
          note    | {"key":"k","text":7}                  | 400
          note    | {"text":"x"}                          | 400
          typing  | {"typing":"yes"}                      | 400
          assign  | {"to":7}                              | 400
          assign  | {"to":"Ann","from":7}                 | 400
          resolve | {"because":" "}                       | 422
          resolve | {}                                    | 400
          snooze  | {"until":"soon"}                      | 422
          snooze  | {"until":"2001-01-01T00:00:00Z"}      | 422
          snooze  | {"until":"+99999999-01-01T00:00:00Z"} | 422
          """)
  void refusesWhatMakesNoSense(String what, String body, int status) {
    assertThat(ann.post("cases/" + id + "/" + what, body).statusCode()).isEqualTo(status);
    assertThat(conversations.custodyEvents(id)).hasSize(1);
  }

  @Test
  void takesTextsUpToTheLimit() {
    var longest = "x".repeat(Message.MAX_LENGTH);

    assertThat(ann.does(id, "reply", Map.of("key", "k1", "text", longest))).isEqualTo(201);
    assertThat(ann.does(id, "reply", Map.of("key", "k2", "text", longest + "x"))).isEqualTo(413);
    assertThat(ann.does(id, "resolve", Map.of("because", "x".repeat(501)))).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"events?after=x", "events?after=-1", "cases/%s/turns?before=x"})
  void refusesNumbersThatAreNone(String path) {
    assertThat(ann.look(path.formatted(id)).statusCode()).isEqualTo(400);
  }

  @Test
  void showsThePageToWhoWorksOnCasesAndTheWayInToOthers() throws Exception {
    var client = HttpClient.newHttpClient();
    var page =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/desk")).header("Accept", "text/html");
    var stranger = client.send(page.build(), BodyHandlers.ofString());
    assertThat(stranger.statusCode()).isEqualTo(303);
    assertThat(stranger.headers().firstValue("Location")).contains("/desk/sign-in");

    var known =
        client.send(
            page.header("Cookie", "switchboard-session=" + ann.token()).build(),
            BodyHandlers.ofString());
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.body()).contains("<title>Desk");
  }

  private static HttpResponse<String> call(AgentPage agent, Route route, String conversation) {
    var path = route.on(conversation);
    return route.method().equals("GET") ? agent.look(path) : agent.post(path, route.body());
  }
}
