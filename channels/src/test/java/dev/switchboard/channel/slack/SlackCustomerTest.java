package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversation;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.channel.slack.sandbox.Fault;
import dev.switchboard.channel.slack.sandbox.SandboxMessage;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Customers who write in Slack. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackCustomerTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackCustomerTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-customer;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
          + ";DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject EmbeddedServer server;
  @Inject Conversations conversations;
  @Inject AgentTurns agents;
  @Inject Opinions opinions;
  private int people;
  private String carla = "";

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.pace", "20ms");
    return properties;
  }

  @BeforeEach
  void open() {
    slack.clearFaults();
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
    carla = slack.person("Carla", "carla%d@shop.example".formatted(++people));
  }

  @AfterAll
  void close() {
    slack.close();
  }

  private Conversation at(String address) {
    await().atMost(PATIENCE).until(() -> !conversations.at("slack", address, 1).isEmpty());
    return conversations.at("slack", address, 1).getFirst();
  }

  private Conversation direct() {
    return at(slack.teamId() + "/" + slack.directChannel(carla));
  }

  private SandboxMessage said(String channel, String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(slack.messages(channel))
                .anyMatch(m -> m.user().isEmpty() && m.blocks().toString().contains(words)));
    return slack.messages(channel).stream()
        .filter(m -> m.user().isEmpty() && m.blocks().toString().contains(words))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void areAnsweredWithSourcesAndToldThatItIsAProgram() {
    slack.direct(carla, "How do I get a refund?");

    var answer = said(slack.directChannel(carla), "within 30 days");

    assertThat(answer.blocks().toString())
        .contains("How do I get a refund?", "I am an automated assistant", "fb.up", "cust.person");
    slack.direct(carla, "How long is delivery?");
    assertThat(said(slack.directChannel(carla), "2 to 4 working days").blocks().toString())
        .doesNotContain("I am an automated assistant");
  }

  @Test
  void areAnsweredInTheThreadOfTheirMention() {
    var channel = slack.channel("shared");
    var asked = slack.message(carla, channel, slack.mention() + " How do I get a refund?");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(slack.thread(channel, asked.ts()))
                .anyMatch(m -> m.blocks().toString().contains("within 30 days")));
    // The mention came in as two events, and was one message.
    var conversation = at(slack.teamId() + "/" + channel + "/" + asked.ts());
    assertThat(conversations.transcript(conversation.id())).hasSize(2);
    assertThat(slack.messages(channel)).hasSize(1);
  }

  @Test
  void areLeftAloneWhereNobodyAsksTheApp() {
    var channel = slack.channel("random");
    var said = slack.message(carla, channel, "How do I get a refund?");

    assertThat(said.status()).isEqualTo(200);
    slack.direct(carla, "hello");
    direct();
    assertThat(conversations.at("slack", slack.teamId() + "/" + channel + "/" + said.ts(), 1))
        .isEmpty();
  }

  @Test
  void reachAPersonAndSayHowItWas() {
    slack.direct(carla, "How do I get a refund?");
    var channel = slack.directChannel(carla);
    var answer = said(channel, "within 30 days");
    assertThat(slack.click(carla, channel, answer.ts(), "fb.down").status()).isEqualTo(200);
    var id = direct().id();
    assertThat(opinions.of(id)).extracting(Opinion::helpful).containsExactly(false);

    assertThat(slack.click(carla, channel, answer.ts(), "cust.person").status()).isEqualTo(200);
    assertThat(direct().custody()).isEqualTo(new Custody.Queued());

    conversations.command(id, new Command.Claim("Ana"));
    agents.reply(id, new AgentText("Ana", "k1", "Here is *your* label"));
    assertThat(said(channel, "Here is *your* label").username()).isEqualTo("Ana (person)");

    conversations.command(id, new Command.Resolve("Ana", "done"));
    var ask = said(channel, "cust.rate.5");
    assertThat(slack.click(carla, channel, ask.ts(), "cust.rate.5").status()).isEqualTo(200);
    assertThat(opinions.ratings(id)).extracting(Rating::score).containsExactly(5);
  }

  @Test
  void useNoButtonOfSomebodyElsesConversation() {
    slack.direct(carla, "How do I get a refund?");
    var answer = said(slack.directChannel(carla), "within 30 days");
    var eve = slack.person("Eve", "eve@shop.example");
    slack.direct(eve, "hello");
    var id = direct().id();

    // The button is there, but Eve is elsewhere.
    slack.click(eve, slack.directChannel(carla), answer.ts(), "fb.up");
    assertThat(conversations.find(id).orElseThrow().custody()).isEqualTo(new Custody.Bot());
  }

  @Test
  void getEveryAnswerOnceThroughAnOutage() {
    slack.fault("chat.postMessage", 2, new Fault.Status(503));
    slack.fault("chat.postMessage", 1, new Fault.LostAnswer());
    slack.fault("chat.postMessage", 1, new Fault.RateLimited(Duration.ofSeconds(1)));

    slack.direct(carla, "How do I get a refund?");

    var channel = slack.directChannel(carla);
    said(channel, "within 30 days");
    slack.direct(carla, "How long is delivery?");
    said(channel, "2 to 4 working days");
    assertThat(
            slack.messages(channel).stream()
                .filter(message -> message.user().isEmpty())
                .map(SandboxMessage::text)
                .toList())
        .hasSize(2)
        .satisfies(texts -> assertThat(texts.getFirst()).contains("30 days"));
  }

  @Test
  void areNotAnsweredForWhatTheAppItselfSaid() {
    slack.direct(carla, "How do I get a refund?");
    var channel = slack.directChannel(carla);
    said(channel, "within 30 days");
    var id = direct().id();
    slack.direct(carla, "hello");

    await().atMost(PATIENCE).until(() -> conversations.transcript(id).size() >= 4);
    assertThat(conversations.transcript(id)).hasSize(4);
    assertThat(List.copyOf(slack.calls())).noneMatch(call -> call.error().equals("invalid_blocks"));
  }
}
