package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.bot.conversation.Command.AskForPerson;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What customers are told of the team: what works, whether somebody is there, how long it takes.
 */
@Timeout(60)
class StaffTest {

  @Test
  void saysWhatWorksHereAndThatNobodyIsThere() {
    try (var server = server("works", Map.of())) {
      var page = page(server);
      var config = page.tree(page.get("config"));

      assertThat(config.get("features").get("attachments").getBooleanValue()).isTrue();
      assertThat(config.get("features").get("cases").getBooleanValue()).isTrue();
      assertThat(config.get("features").get("voice").getBooleanValue()).isFalse();
      assertThat(config.get("identity").getStringValue()).isEqualTo("anonymous");
      assertThat(config.get("ai_notice").getStringValue()).contains("automated");
      assertThat(config.get("availability").getStringValue()).isEqualTo("away");
    }
  }

  @Test
  void cannotBeToldToHideThatAProgramAnswers() {
    try (var server = server("silent", Map.of("switchboard.widget.ai-notice", " "))) {
      assertThatThrownBy(() -> server.getApplicationContext().getBean(WidgetSettings.class))
          .rootCause()
          .hasMessageContaining("switchboard.widget.ai-notice");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Staff.LEAST_WAITS - 1, Staff.LEAST_WAITS})
  void saysHowLongItTakesOnlyWhenItWasMeasuredOftenEnough(int waits) {
    try (var server = server("waits" + waits, Map.of())) {
      for (int i = 0; i < waits; i++) {
        queue(server, "v" + i);
        conversations(server).command(conversation(server, "v" + i), new Claim("Bea"));
      }
      var page = page(server);
      page.visit();
      var id = page.say("new", "k1", "hello").get("conversation_id").getStringValue();
      page.post("conversations/" + id + "/escalate", "{}");

      var state = state(page, id);

      assertThat(state.get("queue").get("position").getLongValue()).isEqualTo(1);
      var eta = state.get("queue").get("eta");
      assertThat(eta.isNull()).isEqualTo(waits < Staff.LEAST_WAITS);
      if (!eta.isNull()) {
        assertThat(eta.get("from_minutes").getLongValue()).isZero();
        assertThat(eta.get("to_minutes").getLongValue()).isEqualTo(1);
      }
      assertThat(page.tree(page.get("config")).get("availability").getStringValue())
          .isEqualTo("online");
    }
  }

  private static Tree state(Page page, String conversation) {
    try (var events = page.follow(conversation, 0)) {
      return events.next("state").data();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void queue(EmbeddedServer server, String customer) {
    server
        .getApplicationContext()
        .getBean(Inbox.class)
        .accept(new Incoming("web", customer, customer + "/k", "hello"));
    conversations(server).command(conversation(server, customer), new AskForPerson());
  }

  private static String conversation(EmbeddedServer server, String customer) {
    return conversations(server).at("web", customer, 1).getFirst().id();
  }

  private static Conversations conversations(EmbeddedServer server) {
    return server.getApplicationContext().getBean(Conversations.class);
  }

  private static EmbeddedServer server(String name, Map<String, Object> settings) {
    var all = new HashMap<String, Object>(settings);
    all.put("datasources.default.url", DoorTest.DATABASE.replace("door", "staff-" + name));
    return ApplicationContext.run(EmbeddedServer.class, all);
  }

  private static Page page(EmbeddedServer server) {
    return new Page(server.getURI(), server.getApplicationContext().getBean(JsonMapper.class));
  }
}
