package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.sandbox.Call;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What becomes of cases while Slack is slow or away, and of customers whom nobody answers. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackOutageTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SlackOutageTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-outage;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PACE = Duration.ofMillis(200);

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject EmbeddedServer server;
  @Inject Clock clock;
  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  @Inject HandOff handOff;
  private String channel = "";
  private String id = "";
  private String address = "";

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.pace", PACE.toMillis() + "ms");
    properties.put("switchboard.slack.nudge", "2s");
    properties.put("switchboard.slack.timeout", "2s");
    return properties;
  }

  @BeforeEach
  void open() {
    slack.clearFaults();
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
    channel = slack.channel("support");
    accounts.add("ana@team.example", "Ana", Role.AGENT, "");
    address = "visitor-" + UUID.randomUUID();
    id = write("first words").conversationId();
  }

  @AfterAll
  void close() {
    slack.close();
  }

  private Turn write(String words) {
    return inbox.accept(new Incoming("web", address, UUID.randomUUID().toString(), words));
  }

  private SandboxMessage card() {
    await().atMost(PATIENCE).until(() -> !cards().isEmpty());
    return cards().getFirst();
  }

  private List<SandboxMessage> cards() {
    return slack.messages(channel).stream()
        .filter(m -> m.threadTs().isEmpty() && m.blocks().toString().contains(id))
        .toList();
  }

  private String thread() {
    return slack.thread(channel, card().ts()).stream()
        .map(SandboxMessage::text)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void saysEverythingInOrderAndOnceWhenSlackIsBack() {
    slack.fault("chat.postMessage", 2, new Fault.Status(503));
    slack.fault("chat.postMessage", 1, new Fault.LostAnswer());
    slack.fault("chat.postMessage", 1, new Fault.RateLimited(Duration.ofSeconds(1)));
    slack.fault("chat.postMessage", 1, new Fault.LostAnswer());
    handOff.ask(id, Locale.ENGLISH);
    write("second words");
    write("third words");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(thread()).contains("third words"));

    assertThat(cards()).hasSize(1);
    assertThat(thread()).containsSubsequence("first words", "second words", "third words");
    for (var words : List.of("first words", "second words", "third words")) {
      assertThat(thread().split(words, -1)).as(words).hasSize(2);
    }
  }

  @Test
  void keepsToThePaceAndJoinsWhatAFastWriterSays() {
    var begun = clock.instant();
    handOff.ask(id, Locale.ENGLISH);
    card();
    for (int i = 1; i <= 40; i++) {
      write("line number " + i + ".");
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(thread()).contains("number 40."));

    for (int i = 1; i <= 40; i++) {
      assertThat(thread()).contains("line number " + i + ".");
    }
    var posts =
        slack.calls().stream()
            .filter(call -> call.method().equals("chat.postMessage") && call.error().isEmpty())
            .filter(call -> call.at().isAfter(begun))
            .map(Call::at)
            .toList();
    for (int i = 1; i < posts.size(); i++) {
      assertThat(Duration.between(posts.get(i - 1), posts.get(i)))
          .isGreaterThan(PACE.minusMillis(50));
    }
    assertThat(slack.thread(channel, card().ts())).hasSizeLessThan(30);
  }

  @Test
  void remindsWhoHasTheCaseThenEverybodyAndGivesItBackToTheQueue() {
    handOff.ask(id, Locale.ENGLISH);
    conversations.command(id, new Command.Claim("Ana"));
    write("are you there?");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(conversations.find(id).orElseThrow().custody())
                .isEqualTo(new Custody.Queued()));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(thread()).contains("is back in the queue"));
    assertThat(thread())
        .containsSubsequence(
            "the customer has been waiting", "The customer of Ana", "is back in the queue");
    assertThat(slack.messages(channel))
        .anyMatch(m -> m.threadTs().equals(card().ts()) && m.text().contains("customer of Ana"));
    // In the queue it is brought up again.
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(thread()).contains("told that nobody has been free"));
  }

  @Test
  void tellsACustomerWhomNobodyTakesThatNobodyHasBeenFreeOnce() {
    handOff.ask(id, Locale.ENGLISH);

    await()
        .atMost(PATIENCE)
        .until(() ->
            conversations.transcript(id).stream()
                .anyMatch(turn -> turn.text().equals("Nobody has been free yet.")));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(thread()).contains("told that nobody has been free"));
    assertThat(conversations.transcript(id).stream().map(Turn::text))
        .containsOnlyOnce("Nobody has been free yet.");
  }

  @Test
  void setsAsideWhatSlackRefusesForGoodAndGoesOn() {
    handOff.ask(id, Locale.ENGLISH);
    card();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(thread()).contains("first words"));
    slack.fault("chat.postMessage", 1, new Fault.Error("msg_too_long"));
    write("refused words");
    await()
        .atMost(PATIENCE)
        .until(() -> slack.calls().stream().anyMatch(call -> call.error().equals("msg_too_long")));

    write("later words");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(thread()).contains("later words"));
  }
}
