package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "switchboard.widget.trusted-proxies",
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

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false"
  })
  void knowsWhatIsInARange(String range, String address, boolean inside) {
    var found = NetworkRange.of(range).orElseThrow();

    assertThat(found.contains(NetworkRange.address(address).orElseThrow())).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "::/129", "/8"})
  void takesNothingElseForARange(String range) {
    assertThat(NetworkRange.of(range)).isEqualTo(Optional.empty());
  }
}
