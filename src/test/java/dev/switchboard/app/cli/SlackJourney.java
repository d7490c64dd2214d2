package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.sandbox.SandboxMessage;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A customer who gets angry, and the agents in Slack, with the real engine and the whole server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class SlackJourney {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> settings = new HashMap<>();
  private final SlackStage stage = SlackStage.set(settings);
  private final SlackSandbox slack = stage.slack();
  private RunningServer server;
  private int messages;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    settings.put(Application.DATA, folder.toString());
    settings.putAll(database(folder));
    settings.put("switchboard.slack.pace", "20ms");
    settings.put("switchboard.slack.undo", "2s");
    server = RunningServer.start(settings, line -> {});
    stage.open(server);
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
  }

  /** The settings of the database it is stored in. */
  abstract Map<String, Object> database(Path folder) throws IOException;

  @AfterAll
  void stop() throws IOException {
    server.close();
    stage.close();
  }

  private String write(String words) {
    var incoming = new Incoming("web", "carla", "m" + ++messages, words);
    return server.part(Inbox.class).accept(incoming).conversationId();
  }

  private List<Turn> turns(String id, Author author) {
    return server.part(Conversations.class).transcript(id).stream()
        .filter(turn -> turn.author() == author)
        .toList();
  }

  private void hasAnswers(String id, int count) {
    await().atMost(PATIENCE).until(() -> turns(id, Author.BOT).size() >= count);
  }

  private Custody custody(String id) {
    return server.part(Conversations.class).find(id).orElseThrow().custody();
  }

  @Test
  void goesFromAngerToARating() {
    var support = slack.channel("support");
    var ana = slack.person("Ana (sandbox)", "ana@sandbox.invalid");
    var id = write("How long do refunds take?");
    hasAnswers(id, 1);
    write("This is a terrible service, I am really annoyed! How do I look after my hiking boots?");
    hasAnswers(id, 2);
    write("I am so angry, this is ridiculous! Do you offer discounts for companies?");

    var card = card(support, id);
    assertThat(custody(id)).isEqualTo(new Custody.Queued());
    assertThat(card.blocks().toString())
        .contains("Waiting for a person", "annoyed", "this is ridiculous", "The bot has tried");

    assertThat(slack.click(ana, support, card.ts(), "esc.claim").status()).isEqualTo(200);
    slack.reply(ana, support, card.ts(), "what a difficult customer");
    slack.reply(ana, support, card.ts(), "reply: I am sorry. Let me look.");
    await().atMost(PATIENCE).until(() -> !turns(id, Author.AGENT).isEmpty());
    assertThat(turns(id, Author.NOTE)).extracting(Turn::text).contains("what a difficult customer");

    click(ana, support, id, "esc.direct_on");
    await().atMost(PATIENCE).until(() -> card(support, id).blocks().toString().contains("undo"));
    var hasty = slack.reply(ana, support, card.ts(), "calm down!").ts();
    await().atMost(PATIENCE).until(() -> !slack.whispers(ana).isEmpty());
    slack.click(ana, support, slack.whispers(ana).getLast().ts(), "esc.undo");
    assertThat(turns(id, Author.NOTE)).extracting(Turn::text).contains("calm down!");
    assertThat(hasty).isNotEmpty();

    slack.choose(ana, support, card.ts(), "esc.snooze", "1 hour");
    assertThat(custody(id)).isInstanceOf(Custody.Snoozed.class);
    write("Are you still there?");
    assertThat(custody(id)).isInstanceOf(Custody.WithAgent.class);

    click(ana, support, id, "esc.handback");
    int before = turns(id, Author.BOT).size();
    write("What is the Trail Club and how do I join?");
    hasAnswers(id, before + 1);

    click(ana, support, id, "esc.claim");
    click(ana, support, id, "esc.resolve");
    await()
        .atMost(PATIENCE)
        .until(() -> slack.dialog(ana).filter(v -> v.toString().contains("\"input\"")).isPresent());
    slack.submit(ana, Map.of("words", "refund sent"));
    assertThat(custody(id)).isInstanceOf(Custody.Resolved.class);
    server.part(Opinions.class).rate(id, new Rating(5, ""));

    await()
        .atMost(PATIENCE)
        .until(() ->
            slack.thread(support, card.ts()).stream().anyMatch(m -> m.text().contains("★★★★★")));
    assertThat(turns(id, Author.AGENT))
        .extracting(Turn::text)
        .containsExactly("I am sorry. Let me look.");
    assertThat(slack.calls()).allMatch(call -> call.error().isEmpty());
  }

  private SandboxMessage card(String channel, String id) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            slack.messages(channel).stream().anyMatch(m -> m.blocks().toString().contains(id)));
    return slack.messages(channel).stream()
        .filter(m -> m.blocks().toString().contains(id))
        .findFirst()
        .orElseThrow();
  }

  // A card follows what was done a moment later.
  private void click(String user, String channel, String id, String action) {
    await()
        .atMost(PATIENCE)
        .until(() -> card(channel, id).blocks().toString().contains("\"" + action + "\""));
    assertThat(slack.click(user, channel, card(channel, id).ts(), action).status()).isEqualTo(200);
  }
}
