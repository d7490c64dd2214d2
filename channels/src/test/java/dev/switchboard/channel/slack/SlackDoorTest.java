package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
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
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Only Slack speaks as Slack. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackDoorTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackDoorTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final int TRIES = 1_000;

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject EmbeddedServer server;
  @Inject Conversations conversations;
  @Inject Clock clock;

  @Override
  public Map<String, String> getProperties() {
    return slack.settings();
  }

  @AfterAll
  void close() {
    slack.close();
    client.close();
  }

  private HttpResponse<String> post(String time, String signature, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", signature)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String now(long later) {
    return String.valueOf(clock.instant().getEpochSecond() + later);
  }

  private static String message(int number, String team) {
    return """
    {"type":"event_callback","team_id":"%s","api_app_id":"A1","event_id":"EvDoor%d",\
    "event":{"type":"message","channel":"D1","channel_type":"im","user":"U1",\
    "text":"let me in","ts":"1.%06d","event_ts":"1.%06d"}}\
    """
        .formatted(team, number, number, number);
  }

  @Test
  void takesNothingThatSlackHasNotSignedJustNow() throws Exception {
    var chance = new Random(7);
    var secret = slack.signingSecret();
    for (int i = 0; i < TRIES; i++) {
      var body = message(i, slack.teamId());
      var refused =
          switch (chance.nextInt(6)) {
            case 0 -> post(now(0), "", body);
            case 1 -> post(now(-301), SlackCaller.signature(secret, now(-301), body), body);
            case 2 -> post(now(400), SlackCaller.signature(secret, now(400), body), body);
            case 3 -> post(now(0), SlackCaller.signature("another secret", now(0), body), body);
            case 4 ->
                post(
                    now(0), SlackCaller.signature(secret, now(0), body), body.replace("in", "out"));
            default -> post("", SlackCaller.signature(secret, "", body), body);
          };
      assertThat(refused.statusCode()).isEqualTo(401);
    }
    assertThat(conversations.at("slack", slack.teamId() + "/D1", 1)).isEmpty();
  }

  @Test
  void takesNothingFromAnotherWorkspace() throws Exception {
    var body = message(TRIES, "T0OTHER");
    var taken = post(now(0), SlackCaller.signature(slack.signingSecret(), now(0), body), body);

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(conversations.at("slack", "T0OTHER/D1", 1)).isEmpty();
  }

  @Test
  void answersTheQuestionWhetherTheAddressIsOurs() throws Exception {
    var body = "{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"é3eZbrw1aB\"}";
    var answer = post(now(0), SlackCaller.signature(slack.signingSecret(), now(0), body), body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("é3eZbrw1aB");
  }

  @Test
  void answersNonsenseWithoutAFault() throws Exception {
    for (var body : new String[] {"", "{", "[]", "payload=%7B", "{\"type\":\"event_callback\"}"}) {
      var answer = post(now(0), SlackCaller.signature(slack.signingSecret(), now(0), body), body);
      assertThat(answer.statusCode()).as(body).isLessThan(500);
    }
  }
}
