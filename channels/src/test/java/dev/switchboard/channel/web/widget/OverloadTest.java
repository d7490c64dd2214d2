package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.Backlogs;
import dev.switchboard.channel.web.ShopEngine;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bot that has more to do than it can: no reply comes to an end until the test lets it. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = OverloadTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Property(name = "switchboard.widget.most-waiting", value = "3")
@Property(name = "switchboard.widget.longest-wait", value = "300ms")
@Timeout(60)
class OverloadTest {
  static final String DATABASE =
      "jdbc:h2:mem:overload;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final String HELLO = "How long is the delivery?";

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject ShopEngine engine;
  @Inject Backlogs backlogs;

  @Test
  void sendsMessagesForTheBotBackUntilItHasCaughtUp() {
    var held = engine.hold();
    var queued = visitor();
    var person = conversation(queued.send("new", "k1", HELLO));
    assertThat(queued.post("conversations/" + person + "/escalate", "{}").statusCode())
        .isEqualTo(204);
    var page = visitor();
    var first = page.send("new", "k1", HELLO);
    var id = conversation(first);

    var refused = until(503, () -> visitor().send("new", "k1", HELLO));

    assertThat(backlogs.now().forBot()).isGreaterThan(3);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(refused.body()).contains("\"code\":\"busy\"").contains("\"retry_after\":3");
    assertThat(page.send(id, "k2", HELLO).statusCode()).isEqualTo(503);
    // What was taken before stays taken.
    assertThat(page.send("new", "k1", HELLO).body()).isEqualTo(first.body());
    // People are another matter.
    assertThat(visitor().send("new", "k1", "I would like to talk to a person.").statusCode())
        .isEqualTo(201);
    assertThat(queued.send(person, "k2", "Are you there?").statusCode()).isEqualTo(201);
    assertThat(page.post("conversations/" + id + "/escalate", "{}").statusCode()).isEqualTo(204);
    assertThat(page.send(id, "k2", HELLO).statusCode()).isEqualTo(201);

    held.countDown();

    until(201, () -> visitor().send("new", "k1", HELLO));
  }

  private Page visitor() {
    var page = new Page(server.getURI(), json);
    page.visit();
    return page;
  }

  private String conversation(HttpResponse<String> accepted) {
    assertThat(accepted.statusCode()).isEqualTo(201);
    return new Page(server.getURI(), json).tree(accepted).get("conversation_id").getStringValue();
  }

  private static HttpResponse<String> until(int status, Supplier<HttpResponse<String>> send) {
    return await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              var answer = send.get();
              assertThat(answer.statusCode()).isIn(201, 503);
              return answer;
            },
            answer -> answer.statusCode() == status);
  }
}
