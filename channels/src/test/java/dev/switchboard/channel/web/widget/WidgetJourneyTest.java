package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A customer's way through the channel, over HTTP, with the conversation in a database. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = WidgetJourneyTest.DATABASE)
@Property(name = "switchboard.widget.heartbeat", value = "300ms")
@Timeout(60)
class WidgetJourneyTest {
  static final String DATABASE =
      "jdbc:h2:mem:journey;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Conversations conversations;
  @Inject AgentTurns agents;
  @Inject Bell bell;
  private Page page;

  @BeforeEach
  void visit() {
    page = new Page(server.getURI(), json);
    page.visit();
  }

  @Test
  void answersWithTheSource() throws Exception {
    var accepted = page.say("new", "k1", "How long is the delivery?");

    assertThat(accepted.get("seq").getLongValue()).isEqualTo(1);
    try (var events = page.follow(conversation(accepted), 0)) {
      var question = events.next("message");
      assertThat(question.id()).isEqualTo("1");
      assertThat(string(question.data(), "client_message_id")).isEqualTo("k1");
      assertThat(string(question.data().get("author"), "type")).isEqualTo("customer");
      var answer = events.next("message");
      assertThat(answer.id()).isEqualTo("2");
      assertThat(string(answer.data().get("author"), "type")).isEqualTo("bot");
      assertThat(string(answer.data(), "text")).contains("2 to 4 working days");
      assertThat(answer.data().get("blocks").size()).isPositive();
      assertThat(string(answer.data().get("citations").get(0), "url"))
          .isEqualTo("https://shop.example/help/delivery");
    }
  }

  @Test
  void offersTheChoiceAsQuickReplies() throws Exception {
    var id = conversation(page.say("new", "k1", "Can I return it?"));

    try (var events = page.follow(id, 1)) {
      var answer = events.next("message").data();
      assertThat(answer.get("quick_replies").size()).isEqualTo(2);
      assertThat(answer.get("quick_replies").get(0).getStringValue())
          .isEqualTo("How do I get a refund?");
      assertThat(answer.get("blocks").entries()).hasSize(1);
    }
  }

  @Test
  void goesOnWhereAPageWasCutOff() throws Exception {
    var id = conversation(page.say("new", "k1", "How long is the delivery?"));
    awaitShown(id, 2);
    page.say(id, "k2", "How long is the delivery abroad?");
    awaitShown(id, 4);

    try (var events = page.follow(id, 2)) {
      assertThat(events.next("message").id()).isEqualTo("3");
      assertThat(events.next("message").id()).isEqualTo("4");
    }
    var all = page.tree(page.get("conversations/" + id + "/messages"));
    assertThat(numbers(all)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(all.get("more").getBooleanValue()).isFalse();
    var latest = page.tree(page.get("conversations/" + id + "/messages?before=4&limit=2"));
    assertThat(numbers(latest)).containsExactly(2L, 3L);
    assertThat(latest.get("more").getBooleanValue()).isTrue();
  }

  @Test
  void tellsAnAnswerAsItIsWrittenAndThenAsItIsStored() throws Exception {
    var id = conversation(page.say("new", "k1", "hello"));
    awaitShown(id, 2);
    try (var events = page.follow(id, 3)) {
      page.say(id, "k2", "How long is the delivery?");

      var draft = events.next("message.delta").data();
      var answer = events.next("message").data();
      assertThat(string(draft, "text")).isEqualTo(string(answer, "text"));
      assertThat(events.next("message.deleted").data().get("message_id").getStringValue())
          .isEqualTo(string(draft, "message_id"))
          .isNotEqualTo(string(answer, "message_id"));
    }
  }

  private static List<Long> numbers(Tree messages) {
    return messages.get("messages").entries().stream()
        .map(message -> message.get("seq").getLongValue())
        .toList();
  }

  @Test
  void bringsAPersonAndTheBotBack() throws Exception {
    var id = conversation(page.say("new", "k1", "How long is the delivery?"));
    awaitShown(id, 2);
    try (var events = page.follow(id, 2)) {
      assertThat(string(events.next("state").data(), "state")).isEqualTo("bot");

      assertThat(page.post("conversations/" + id + "/escalate", "{}").statusCode()).isEqualTo(204);
      assertThat(string(events.next("message").data(), "text")).isEqualTo(Shop.NOTICE);
      var queued = events.next("state").data();
      assertThat(string(queued, "state")).isEqualTo("queued");
      assertThat(queued.get("queue").get("position").getLongValue()).isPositive();

      conversations.command(id, new Claim("Ann"));
      var human = events.next("state").data();
      assertThat(string(human, "state")).isEqualTo("human");
      assertThat(string(human.get("agent"), "name")).isEqualTo("Ann");
      bell.ring(new Happening.Typing(id, Author.AGENT, "Ann", true));
      assertThat(string(events.next("typing").data(), "name")).isEqualTo("Ann");

      agents.note(id, new AgentText("Ann", id + "n1", "A secret of the house."));
      agents.reply(id, new AgentText("Ann", id + "r1", "I am **here**."));
      var reply = events.next("message").data();
      assertThat(reply.get("seq").getLongValue()).isEqualTo(4);
      assertThat(string(reply.get("author"), "name")).isEqualTo("Ann");
      assertThat(string(reply, "text")).isEqualTo("I am **here**.");

      conversations.command(id, new HandBack("Ann"));
      assertThat(string(events.next("state").data(), "state")).isEqualTo("bot");
      page.say(id, "k2", "How long is the delivery?");
      assertThat(events.next("message").id()).isEqualTo("5");
      assertThat(string(events.next("message").data().get("author"), "type")).isEqualTo("bot");
    }
    assertThat(page.get("conversations/" + id + "/messages").body()).doesNotContain("secret");
    assertThat(page.get("conversations/" + id + "/transcript").body())
        .contains("I am **here**.", "Automated assistant")
        .doesNotContain("secret");
  }

  @Test
  void letsTheCustomerRateOnceWhatWasResolved() throws Exception {
    var id = conversation(page.say("new", "k1", "hello"));
    awaitShown(id, 2);
    var rating = "{\"score\":5,\"comment\":\"Quick.\"}";
    assertThat(page.post("conversations/" + id + "/csat", rating).statusCode()).isEqualTo(409);

    conversations.command(id, new Claim("Ann"));
    conversations.command(id, new Resolve("Ann", "answered"));
    try (var events = page.follow(id, 2)) {
      assertThat(events.next("state").data().get("can_rate").getBooleanValue()).isTrue();
      assertThat(page.post("conversations/" + id + "/csat", rating).statusCode()).isEqualTo(204);
      assertThat(events.next("state").data().get("can_rate").getBooleanValue()).isFalse();
    }
    assertThat(page.post("conversations/" + id + "/csat", rating).statusCode()).isEqualTo(409);
  }

  @Test
  void keepsWhatTheCustomerThinksOfAnAnswer() throws Exception {
    var id = conversation(page.say("new", "k1", "How long is the delivery?"));
    awaitShown(id, 2);
    var about = "{\"message_id\":\"" + id + ".2\",\"value\":%s}";

    page.post("conversations/" + id + "/feedback", about.formatted("\"up\""));
    assertThat(feedback(id)).isEqualTo("up");
    page.post("conversations/" + id + "/feedback", about.formatted("\"down\""));
    assertThat(feedback(id)).isEqualTo("down");
    page.post("conversations/" + id + "/feedback", about.formatted("null"));
    assertThat(
            page.tree(page.get("conversations/" + id + "/messages"))
                .get("messages")
                .get(1)
                .get("feedback")
                .isNull())
        .isTrue();
  }

  private String feedback(String id) {
    var messages = page.tree(page.get("conversations/" + id + "/messages")).get("messages");
    return string(messages.get(1), "feedback");
  }

  @Test
  void beginsAnewAfterTheCustomerHasEndedIt() {
    var first = conversation(page.say("new", "k1", "hello"));

    assertThat(page.post("conversations/" + first + "/close", "{}").statusCode()).isEqualTo(204);

    assertThat(page.send(first, "k2", "hello again").statusCode()).isEqualTo(409);
    assertThat(conversation(page.say("new", "k2", "hello again"))).isNotEqualTo(first);
  }

  @Test
  void knowsAVisitorWhoComesBack() {
    var id = conversation(page.say("new", "k1", "hello"));

    var back = page.tree(page.post("sessions", "{\"resume\":\"" + page.token + "\"}"));

    assertThat(string(back, "session_token")).isEqualTo(page.token);
    assertThat(string(back.get("conversation"), "id")).isEqualTo(id);
  }

  @Test
  void givesSignsOfLife() throws Exception {
    var id = conversation(page.say("new", "k1", "hello"));

    try (var events = page.follow(id, 0)) {
      events.next("hb");
      events.next("hb");
    }
  }

  private void awaitShown(String id, long seq) throws Exception {
    try (var events = page.follow(id, seq - 1)) {
      events.next("message");
    }
  }

  private static String conversation(Tree accepted) {
    return string(accepted, "conversation_id");
  }

  private static String string(Tree node, String key) {
    return node.get(key).getStringValue();
  }
}
