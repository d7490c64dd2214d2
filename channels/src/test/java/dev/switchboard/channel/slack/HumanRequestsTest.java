package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.channel.slack.sandbox.Fault;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Whoever asks for a person is in the queue, whatever does not work. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = HumanRequestsTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class HumanRequestsTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:human-requests;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final List<String> WISHES =
      List.of(
          "I want to talk to a human",
          "Can I speak to a real person please?",
          "agent please",
          "Ich möchte mit einem Menschen sprechen",
          "Bitte verbinden Sie mich mit einem Mitarbeiter",
          "Je veux parler à un humain",
          "Quiero hablar con una persona",
          "Vorrei parlare con una persona",
          "Quero falar com uma pessoa",
          "Ik wil met een mens praten",
          "Chcę porozmawiać z człowiekiem",
          "人間と話したい",
          "أريد التحدث إلى شخص");
  private static final int REQUESTS = 300;

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject Conversations conversations;
  @Inject Inbox inbox;

  @Override
  public Map<String, String> getProperties() {
    return slack.settings();
  }

  @AfterAll
  void close() {
    slack.close();
  }

  @Test
  void areInTheQueueAndToldSoWhileSlackIsDown() {
    slack.fault("*", Integer.MAX_VALUE, new Fault.Status(503));
    var asked = new ArrayList<String>();
    for (int i = 0; i < REQUESTS; i++) {
      var id = UUID.randomUUID().toString();
      var words = WISHES.get(i % WISHES.size());
      asked.add(inbox.accept(new Incoming("web", "visitor-" + id, id, words)).conversationId());
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(asked)
                .allMatch(id ->
                    conversations.find(id).orElseThrow().custody() instanceof Custody.Queued));
    for (var id : asked) {
      var turns = conversations.transcript(id);
      assertThat(turns.getLast().author()).isEqualTo(Author.BOT);
      assertThat(turns.getLast().text()).isNotBlank();
    }
  }
}
