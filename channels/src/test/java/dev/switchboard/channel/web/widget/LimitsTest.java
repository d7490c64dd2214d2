package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.http.Network;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much one customer may send, whatever they say of themselves. */
@Timeout(60)
class LimitsTest {
  private static final int REQUESTS = 40;

  private EmbeddedServer server;
  private JsonMapper json;

  @BeforeEach
  void open() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "datasources.default.url",
                DoorTest.DATABASE.replace("door", "limits"),
                "switchboard.widget.requests-per-minute",
                REQUESTS));
    json = server.getApplicationContext().getBean(JsonMapper.class);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void givesANetworkNoMoreForNewVisitors() {
    int sent = 0;
    int visits = 0;
    for (int i = 0; i < REQUESTS; i++) {
      var page = new Page(server.getURI(), json);
      var opened = page.post("sessions", "{}");
      if (opened.statusCode() == 201) {
        visits++;
        page.token = page.tree(opened).get("session_token").getStringValue();
        sent += page.send("new", "k", "hello").statusCode() == 201 ? 1 : 0;
      } else {
        assertThat(opened.statusCode()).isEqualTo(429);
      }
    }

    // Refilled while it ran, but by little.
    assertThat(visits).isBetween(REQUESTS / 4, REQUESTS / 2);
    assertThat(sent).isLessThanOrEqualTo(REQUESTS / 2 + 2);
  }

  @Test
  void doesNotBelieveWhatARequestSaysOfItsAddress() {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 2 * REQUESTS; i++) {
      var page = new Page(server.getURI(), json);
      var forged =
          page.to("sessions")
              .header("X-Forwarded-For", "203.0.113." + i)
              .header("X-Real-IP", "203.0.113." + i)
              .header("Forwarded", "for=203.0.113." + i)
              .header("x-forwarded-for", "198.51.100." + i)
              .POST(BodyPublishers.ofString("{}"));
      statuses.add(page.exchange(forged).statusCode());
    }

    assertThat(statuses.stream().filter(status -> status == 201).count())
        .isLessThanOrEqualTo(REQUESTS / 4 + 5);
    assertThat(statuses).contains(429).containsOnly(201, 429);
  }

  @Test
  void countsAnAddressOfALargeNetworkAsTheNetwork() throws UnknownHostException {
    var networks = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      networks.add(Network.of(ipv6(0x20010db800000001L, i)));
    }
    assertThat(networks).hasSize(1);
    assertThat(Network.of(ipv6(0x20010db800000002L, 1))).isNotIn(networks);
    assertThat(Network.of(InetAddress.getByName("::ffff:203.0.113.7")))
        .isEqualTo(Network.of(InetAddress.getByName("203.0.113.7")))
        .isNotEqualTo(Network.of(InetAddress.getByName("203.0.113.8")));
  }

  @Test
  void remembersAMillionSendersInLittleMemory() throws UnknownHostException {
    var limits = server.getApplicationContext().getBean(Limits.class);
    long before = used();

    for (int i = 0; i < 1_000_000; i++) {
      var visitor = new Visitor("v" + i, Locale.ROOT, "o", new Visitor.Anonymous());
      var address = ipv6(0x20010db800000000L + i, 1);
      limits.countRequest(address);
      limits.countSession(address);
      limits.countMessage(address, visitor);
    }

    long grown = used() - before;
    System.out.printf("a million senders take %.1f MB%n", grown / 1e6);
    assertThat(grown).isLessThan(64L << 20);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void givesAVisitorOnlySoManyOpenPages() throws Exception {
    var page = new Page(server.getURI(), json);
    page.visit();
    var open = new ArrayList<Page.Events>();
    var first = page.say("new", "k1", "hello").get("conversation_id").getStringValue();
    page.post("conversations/" + first + "/close", "{}");
    var second = page.say("new", "k2", "hello").get("conversation_id").getStringValue();
    for (var conversation : List.of(first, second)) {
      for (int i = 0; i < Seats.MOST / 2; i++) {
        open.add(page.follow(conversation, 0));
      }
    }

    for (var conversation : List.of(first, second)) {
      var refused = page.get("conversations/" + conversation + "/events");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
    }
    for (var events : open) {
      events.close();
    }
  }

  private static InetAddress ipv6(long network, long host) throws UnknownHostException {
    return InetAddress.getByAddress(ByteBuffer.allocate(16).putLong(network).putLong(host).array());
  }
}
