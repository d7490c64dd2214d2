package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.channel.slack.api.Installs;
import dev.switchboard.channel.slack.api.Workspaces;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Workspaces that are connected by a browser. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackInstallTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackInstallTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-install;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String REDIRECT = "http://127.0.0.1/slack/oauth";

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject EmbeddedServer server;
  @Inject Installs installs;
  @Inject Workspaces workspaces;

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.client-id", slack.clientId());
    properties.put("switchboard.slack.client-secret", slack.clientSecret());
    properties.put("switchboard.slack.redirect-url", REDIRECT);
    properties.put("switchboard.slack.token-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    properties.put("switchboard.slack.authorize-url", slack.authorizeUrl().toString());
    properties.put("switchboard.slack.pace", "20ms");
    return properties;
  }

  @BeforeEach
  void open() {
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
  }

  @AfterAll
  void close() {
    slack.close();
    client.close();
  }

  private HttpResponse<String> get(URI address, String cookie) {
    var request = HttpRequest.newBuilder(address).header("Cookie", cookie).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Agrees in Slack: where Slack sends the browser then, at this server. */
  private URI agreed(String state) {
    var answer = get(installs.address(state), "none=1");
    var back = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(back.toString()).startsWith(REDIRECT + "?code=");
    return back(back.getRawQuery());
  }

  private URI back(String query) {
    return server.getURI().resolve("/slack/oauth?" + query);
  }

  private String outcome(URI back, String kept) {
    var answer = get(back, "switchboard-slack-install=" + kept);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void serveTheirPeopleWithATokenOfTheirOwnUntilTheAppIsRemoved() throws SQLException {
    var state = installs.begin();

    assertThat(outcome(agreed(state), state)).endsWith("/desk/slack#connected");

    assertThat(workspaces.connected()).containsExactly("Workspace " + slack.secondTeamId());
    assertThat(workspaces.of(slack.secondTeamId())).isPresent();
    assertThat(workspaces.home().orElseThrow().teamId()).isEqualTo(slack.teamId());
    assertThat(storedToken()).startsWith("v1.").doesNotContain("xoxb");
    var dora = slack.personOfSecondTeam("Dora", "dora@elsewhere.example");
    slack.direct(dora, "How do I get a refund?");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(slack.messages(slack.directChannel(dora)))
                .anyMatch(m -> m.blocks().toString().contains("within 30 days")));

    slack.removeFromSecondTeam();
    await().atMost(PATIENCE).until(() -> workspaces.of(slack.secondTeamId()).isEmpty());
    assertThat(workspaces.home()).isPresent();
    assertThat(workspaces.connected()).isEmpty();
  }

  private String storedToken() throws SQLException {
    try (var connection = DriverManager.getConnection(DATABASE, "sa", "");
        var rows =
            connection
                .createStatement()
                .executeQuery("select token from slack_workspace where token is not null")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void areConnectedOnceOnlyByEachWay() {
    var state = installs.begin();
    var back = agreed(state);

    assertThat(outcome(back, state)).endsWith("#connected");
    assertThat(outcome(back, state)).endsWith("#expired");
  }

  @Test
  void areNotConnectedByAnotherBrowser() {
    var state = installs.begin();
    var back = agreed(state);

    assertThat(outcome(back, installs.begin())).endsWith("#expired");
    assertThat(outcome(back, "")).endsWith("#expired");
    assertThat(outcome(back("code=x"), "")).endsWith("#expired");
  }

  @Test
  void areNotConnectedWithoutAConsentOrWithACodeThatIsNone() {
    var state = installs.begin();

    assertThat(outcome(back("error=access_denied&state=" + state), state)).endsWith("#denied");
    assertThat(outcome(back("code=made-up&state=" + state), state)).endsWith("#refused");
  }

  @Test
  void areListedAlsoWhenThereAreNone() throws IOException {
    var none = new SlackWorkspacesController.Connections(true, List.of());

    assertThat(ObjectMapper.getDefault().writeValueAsString(none))
        .contains("\"connected\":[]", "\"connectable\":true");
  }

  @Test
  void areBegunByAdminsOnly() {
    assertThat(get(server.getURI().resolve("/slack/install"), "none=1").statusCode())
        .isNotEqualTo(303);
    assertThat(get(server.getURI().resolve("/desk/api/slack"), "none=1").statusCode())
        .isEqualTo(401);
  }
}
