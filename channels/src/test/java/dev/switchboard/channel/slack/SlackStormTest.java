package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.sandbox.SandboxMessage;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import dev.switchboard.channel.slack.sandbox.Storm;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Cases while a fifth of all calls fails, a fifth of all events comes twice, a fifth out of order,
 * and a fifth of everything late.
 *
 * <p>More cases than a build has time for: {@code -Dswitchboard.storm.cases=2000}.
 */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackStormTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackStormTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-storm;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final int CASES = Integer.getInteger("switchboard.storm.cases", 40);
  private static final int TOGETHER = 40;
  // Eight failures in a row, rare as they are, make three minutes of pauses.
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LOOKS = Duration.ofMillis(300);

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject EmbeddedServer server;
  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  @Inject HandOff handOff;

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.direct", "true");
    properties.put("switchboard.slack.undo", "2s");
    properties.put("switchboard.slack.pace", "2ms");
    properties.put("switchboard.slack.nudge", "1h");
    return properties;
  }

  @AfterAll
  void close() {
    slack.close();
  }

  /** A case as the customer and the agent see it. */
  private record Case(int number, String address, String id) {
    String words(String which) {
      return "%s words of %d.".formatted(which, number);
    }
  }

  @Test
  void saysEverythingOnceAndInOrderAndNoNoteToACustomer() {
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
    accounts.add("ana@team.example", "Ana", Role.AGENT, "");
    var ana = slack.person("Ana", "ana@team.example");
    var channel = slack.channel("support");
    slack.storm(new Storm(.2, Duration.ofMillis(300), new Random(2030)));
    for (int first = 1; first <= CASES; first += TOGETHER) {
      var cases = new ArrayList<Case>();
      for (int number = first; number < Math.min(first + TOGETHER, CASES + 1); number++) {
        cases.add(open(number));
      }
      work(cases, ana, channel);
    }
  }

  private Case open(int number) {
    var address = "visitor-" + UUID.randomUUID();
    var opened = new Case(number, address, say(address, "first words of " + number + "."));
    handOff.ask(opened.id(), Locale.ENGLISH);
    say(address, opened.words("second"));
    return opened;
  }

  private String say(String address, String words) {
    return inbox
        .accept(new Incoming("web", address, UUID.randomUUID().toString(), words))
        .conversationId();
  }

  private void work(List<Case> cases, String ana, String channel) {
    eventually(() -> assertThat(cards(channel, cases)).hasSize(cases.size()));
    var roots = cards(channel, cases);
    cases.forEach(each -> claim(each, ana, channel, roots.getOrDefault(each.id(), "")));
    for (var each : cases) {
      var root = roots.getOrDefault(each.id(), "");
      slack.reply(ana, channel, root, "note: " + each.words("secret"));
      slack.reply(ana, channel, root, each.words("answering"));
      slack.reply(ana, channel, root, "note: " + each.words("hidden"));
      slack.reply(ana, channel, root, each.words("closing"));
    }
    cases.forEach(each -> say(each.address(), each.words("third")));
    eventually(() -> {
      var threads = threads(channel);
      for (var each : cases) {
        assertThat(threads.getOrDefault(roots.getOrDefault(each.id(), ""), ""))
            .contains(each.words("third"));
        assertThat(replies(each)).hasSizeGreaterThanOrEqualTo(2);
      }
    });
    var threads = threads(channel);
    cases.forEach(each -> check(each, threads.getOrDefault(roots.getOrDefault(each.id(), ""), "")));
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(PATIENCE).pollInterval(LOOKS).untilAsserted(holds);
  }

  private void claim(Case each, String ana, String channel, String root) {
    await()
        .atMost(PATIENCE)
        .pollInterval(LOOKS)
        .until(() -> {
          slack.click(ana, channel, root, "esc.claim");
          return conversations.find(each.id()).orElseThrow().custody() instanceof Custody.WithAgent;
        });
  }

  private Map<String, String> cards(String channel, List<Case> cases) {
    var ids = cases.stream().map(Case::id).toList();
    return slack.messages(channel).stream()
        .flatMap(message ->
            ids.stream()
                .filter(id -> message.blocks().toString().contains(id))
                .map(id -> Map.entry(id, message.ts())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<String, String> threads(String channel) {
    return slack.threads(channel).stream()
        .filter(message -> message.user().isEmpty())
        .collect(
            Collectors.groupingBy(
                SandboxMessage::threadTs,
                Collectors.mapping(SandboxMessage::text, Collectors.joining("\n"))));
  }

  private List<String> replies(Case each) {
    return conversations.transcript(each.id()).stream()
        .filter(turn -> turn.author() == Author.AGENT)
        .map(Turn::text)
        .toList();
  }

  private void check(Case each, String thread) {
    assertThat(replies(each)).containsExactly(each.words("answering"), each.words("closing"));
    assertThat(
            conversations.transcript(each.id()).stream()
                .filter(turn -> turn.author().isShown())
                .map(Turn::text))
        .noneMatch(text -> text.contains(each.words("secret")))
        .noneMatch(text -> text.contains(each.words("hidden")));
    var said = List.of(each.words("first"), each.words("second"), each.words("third"));
    assertThat(thread).containsSubsequence(said);
    for (var words : said) {
      assertThat(thread.split(words, -1)).as(words).hasSize(2);
    }
  }
}
