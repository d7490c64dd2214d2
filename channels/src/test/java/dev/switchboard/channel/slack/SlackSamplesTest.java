package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Payloads as Slack sends them, with every key there is; where the samples are at hand. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackSamplesTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackSamplesTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-samples;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final Path SAMPLES = Path.of("../../shared/samples/slack");
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
  private final HttpClient client = HttpClient.newHttpClient();

  @Inject EmbeddedServer server;
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

  private static List<Path> files(String folder, String ending) {
    var samples = SAMPLES.resolve(folder);
    assumeTrue(Files.isDirectory(samples), "the samples are not at hand: " + folder);
    try (var all = Files.list(samples)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> post(String type, String body) {
    var address = server.getURI().resolve("/slack/events");
    return new SlackCaller(client, address, slack.signingSecret(), clock).post(type, body);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String form(String json) {
    return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @Test
  void areTakenAsEvents() {
    var events = files("fetched/java-slack-sdk/events", ".json");

    assertThat(events).hasSizeGreaterThan(20);
    for (var event : events) {
      assertThat(post(JSON, text(event)).statusCode()).as(event.toString()).isLessThan(500);
    }
    for (var event : files("own/events", ".json")) {
      assertThat(post(JSON, text(event)).statusCode()).as(event.toString()).isEqualTo(200);
    }
  }

  @Test
  void areTakenAsInteractions() {
    for (var folder : List.of("own/interactions", "fetched/java-slack-sdk/app-backend")) {
      for (var file : files(folder, ".json")) {
        var payload = text(file);
        if (payload.contains("\"type\"") && !file.toString().contains("respons")) {
          assertThat(post(FORM, form(payload)).statusCode()).as(file.toString()).isLessThan(500);
        }
      }
    }
    for (var command : files("own/interactions", ".txt")) {
      var answer = post(FORM, text(command).strip());
      assertThat(answer.statusCode()).isEqualTo(200);
      // It is from a workspace that is not connected here.
      assertThat(answer.body()).contains("not connected");
    }
  }

  @Test
  void areTakenByButtonsAndDialogsOfOurOwn() {
    for (var file : files("own/interactions", ".json")) {
      if (file.getFileName().toString().matches("(block_actions|message_action|view_).*")) {
        assertThat(post(FORM, form(text(file))).statusCode()).as(file.toString()).isEqualTo(200);
      }
    }
  }
}
