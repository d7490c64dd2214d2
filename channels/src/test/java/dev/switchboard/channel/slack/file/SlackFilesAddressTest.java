package dev.switchboard.channel.slack.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.event.Happened.SentFile;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The app's token goes to Slack and nowhere else. */
@Timeout(60)
class SlackFilesAddressTest {
  private static final int MOST = 1 << 20;

  private final AtomicInteger asked = new AtomicInteger();
  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
  private final HttpServer elsewhere;
  private ApplicationContext context;

  SlackFilesAddressTest() throws IOException {
    elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    elsewhere.start();
    context = ApplicationContext.run(settings());
  }

  private Map<String, Object> settings() {
    var settings = new java.util.HashMap<String, Object>(slack.settings());
    settings.put("switchboard.slack.timeout", "1s");
    settings.put(
        "datasources.default.url",
        "jdbc:h2:mem:slack-file-addresses;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    return settings;
  }

  @BeforeEach
  void begin() {
    asked.set(0);
  }

  @AfterEach
  void close() {
    context.close();
    slack.close();
    elsewhere.stop(0);
  }

  private SlackFiles.Fetched fetch(String url, String token) {
    var workspace = new Workspace(slack.teamId(), "", "B", "U", token);
    return context
        .getBean(SlackFiles.class)
        .fetch(workspace, new SentFile("F1", "a.txt", "text/plain", 3, url), MOST);
  }

  @Test
  void asksNobodyElse() {
    var url = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/a.txt";

    assertThat(fetch(url, slack.botToken()))
        .isEqualTo(new SlackFiles.Fetched.Failed("it is not kept by Slack"));
    assertThat(fetch("http://files.slack.com/a.txt", slack.botToken()))
        .isEqualTo(new SlackFiles.Fetched.Failed("it is not kept by Slack"));
    assertThat(fetch("https://slack.com.evil.example/a.txt", slack.botToken()))
        .isEqualTo(new SlackFiles.Fetched.Failed("it is not kept by Slack"));
    assertThat(asked).hasValue(0);
  }

  @Test
  void doesNotTakeAPageToSignInForTheFile() {
    var url = slack.apiUrl().resolve("/files-pri/F1/a.txt").toString();

    assertThat(fetch(url, "xoxb-of-somebody-else"))
        .isInstanceOfSatisfying(
            SlackFiles.Fetched.Failed.class,
            failed -> assertThat(failed.because()).contains("files:read"));
  }

  @Test
  void saysWhatIsWrongWithAnAddressThatIsNone() {
    assertThat(fetch("not an address", slack.botToken()))
        .isEqualTo(new SlackFiles.Fetched.Failed("Slack does not give it out"));
    assertThat(fetch("", slack.botToken()))
        .isEqualTo(new SlackFiles.Fetched.Failed("Slack does not give it out"));
  }
}
