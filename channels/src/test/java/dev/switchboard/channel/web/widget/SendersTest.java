package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where requests come from that came through the team's own proxy. */
@Timeout(60)
class SendersTest {
  private static final int SESSIONS = 5;

  private EmbeddedServer server;

  @BeforeEach
  void open() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "datasources.default.url",
                DoorTest.DATABASE.replace("door", "senders"),
                "switchboard.widget.requests-per-minute",
                4 * SESSIONS,
                "switchboard.trusted-proxies",
                "127.0.0.0/8,10.0.0.0/8"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void countsEachSenderBehindTheProxyForItself() {
    for (int i = 0; i < 10 * SESSIONS; i++) {
      assertThat(open("203.0.113." + i)).isEqualTo(201);
    }
  }

  @Test
  void believesOnlyWhatTheProxyItselfHasWritten() {
    int opened = 0;
    for (int i = 0; i < 10 * SESSIONS; i++) {
      opened += open("198.51.100." + i + ", 203.0.113.7, 10.0.0.1") == 201 ? 1 : 0;
    }

    assertThat(opened).isBetween(SESSIONS, SESSIONS + 3);
  }

  @Test
  void countsWhatIsNoAddressAsTheProxy() {
    int opened = 0;
    for (int i = 0; i < 10 * SESSIONS; i++) {
      opened += open("not-an-address-" + i) == 201 ? 1 : 0;
    }

    assertThat(opened).isBetween(SESSIONS, SESSIONS + 3);
  }

  private int open(String forwarded) {
    var json = server.getApplicationContext().getBean(JsonMapper.class);
    var page = new Page(server.getURI(), json);
    return page.exchange(
            page.to("sessions")
                .header("X-Forwarded-For", forwarded)
                .POST(BodyPublishers.ofString("{}")))
        .statusCode();
  }
}
