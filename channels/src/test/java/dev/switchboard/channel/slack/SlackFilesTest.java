package dev.switchboard.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Attachments;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.ReceivedFile;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.sandbox.Fault;
import dev.switchboard.channel.slack.sandbox.SandboxMessage;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Files between customers, conversations and Slack. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackFilesTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackFilesTest implements TestPropertyProvider {
  static final String DATABASE =
      "jdbc:h2:mem:slack-files;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] TEXT = "the bill, in words".getBytes(UTF_8);

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject EmbeddedServer server;
  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Attachments attachments;
  @Inject Inbox inbox;
  @Inject HandOff handOff;
  private String channel = "";
  private String ana = "";
  private String address = "";
  private String id = "";

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.direct", "true");
    properties.put("switchboard.slack.undo", "1s");
    properties.put("switchboard.slack.timeout", "2s");
    properties.put("switchboard.slack.pace", "20ms");
    return properties;
  }

  @BeforeEach
  void open() {
    slack.clearFaults();
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
    channel = slack.channel("support");
    if (accounts.findByEmail("ana@team.example").isEmpty()) {
      accounts.add("ana@team.example", "Ana", Role.AGENT, "");
    }
    ana = slack.person("Ana", "ana@team.example");
    address = "visitor-" + UUID.randomUUID();
    id = say("my bill is wrong", List.of());
    handOff.ask(id, Locale.ENGLISH);
  }

  @AfterAll
  void close() {
    slack.close();
  }

  private String say(String words, List<String> files) {
    return inbox
        .accept(new Incoming("web", address, UUID.randomUUID().toString(), words, files))
        .conversationId();
  }

  private String kept(String name, byte[] content) {
    var file =
        new ReceivedFile(Attachment.Kind.FILE, name, "text/plain", 0, 0, out -> out.write(content));
    return attachments.keep("web", address, file).orElseThrow().id();
  }

  private static void eventually(ThrowingRunnable holds) {
    await().atMost(PATIENCE).untilAsserted(holds);
  }

  private String card() {
    eventually(() -> assertThat(cards()).isNotEmpty());
    return cards().getFirst().ts();
  }

  private List<SandboxMessage> cards() {
    return slack.messages(channel).stream()
        .filter(message -> message.blocks().toString().contains(id))
        .toList();
  }

  private List<String> filesIn(String root) {
    return slack.thread(channel, root).stream().flatMap(m -> m.files().stream()).toList();
  }

  private String claimed() {
    var root = card();
    conversations.command(id, new Command.Claim("Ana"));
    return root;
  }

  @Test
  void waitWithWhatIsSaidUnderACardOfWhichSlackHasNotToldYet() {
    card();
    address = "visitor-" + UUID.randomUUID();
    id = say("another customer", List.of());
    slack.fault("chat.postMessage", 1, new Fault.LostAnswer());
    slack.fault("conversations.history", 1, new Fault.Status(503));
    handOff.ask(id, Locale.ENGLISH);
    var root = card();

    slack.react(ana, channel, root, "eyes");
    slack.reply(ana, channel, root, "first answer");
    slack.reply(ana, channel, root, "second answer");

    eventually(() -> assertThat(turns(Author.AGENT)).hasSize(2));
    assertThat(turns(Author.AGENT))
        .extracting(Turn::text)
        .containsExactly("first answer", "second answer");
  }

  @Test
  void goOnBehindSomebodyOfWhomSlackSaysNothing() {
    var root = claimed();
    var eve = slack.person("Eve " + UUID.randomUUID(), "");
    slack.fault("users.info", 1, new Fault.Error("user_not_found"));

    slack.reply(eve, channel, root, "who am I?");
    slack.reply(ana, channel, root, "the answer");

    eventually(() -> assertThat(turns(Author.AGENT)).extracting(Turn::text).contains("the answer"));
    assertThat(slack.whispers(eve)).anyMatch(m -> m.text().contains("Only full members"));
  }

  private List<Turn> turns(Author author) {
    return conversations.transcript(id).stream().filter(t -> t.author() == author).toList();
  }

  @Test
  void ofCustomersStandInTheThread() {
    var root = card();

    say("here it is", List.of(kept("bill.txt", TEXT)));

    eventually(() -> assertThat(filesIn(root)).containsExactly("bill.txt"));
    assertThat(slack.content(channel, "bill.txt")).isEqualTo(TEXT);
  }

  @Test
  void standThereOnceThoughSlackNeverSaidThatItTookThem() throws InterruptedException {
    var root = card();
    var name = UUID.randomUUID() + ".txt";
    slack.fault("files.completeUploadExternal", 1, new Fault.LostAnswer());

    say("here it is", List.of(kept(name, TEXT), kept("second.txt", TEXT)));

    eventually(() -> assertThat(filesIn(root)).contains("second.txt"));
    assertThat(filesIn(root)).containsExactly(name, "second.txt");
  }

  @Test
  void standThereWhenSlackCouldNotTakeThemAtFirst() {
    var root = card();
    slack.fault("files.getUploadURLExternal", 1, new Fault.Status(503));
    slack.fault("files.completeUploadExternal", 1, new Fault.RateLimited(Duration.ofSeconds(1)));

    say("here it is", List.of(kept("bill.txt", TEXT)));

    eventually(() -> assertThat(filesIn(root)).containsExactly("bill.txt"));
  }

  @Test
  void ofAgentsGoToTheCustomerWithTheirWordsAfterTheTimeForUndo() throws IOException {
    var root = claimed();

    slack.share(ana, channel, root, "the right bill", "right.txt", TEXT);

    eventually(() -> assertThat(turns(Author.AGENT)).hasSize(1));
    var turn = turns(Author.AGENT).getFirst();
    assertThat(turn.text()).isEqualTo("the right bill");
    var file = attachments.of(turn).getFirst();
    assertThat(file.name()).isEqualTo("right.txt");
    assertThat(Files.readAllBytes(attachments.bytes(file).orElseThrow())).isEqualTo(TEXT);
  }

  @Test
  void ofAgentsGoWithoutWordsToo() {
    var root = claimed();

    slack.share(ana, channel, root, "", "right.txt", TEXT);

    eventually(() -> assertThat(turns(Author.AGENT)).hasSize(1));
    assertThat(attachments.of(turns(Author.AGENT).getFirst())).hasSize(1);
  }

  @Test
  void ofANoteStayInTheTeam() {
    var root = claimed();

    slack.share(ana, channel, root, "note: only for us", "secret.txt", TEXT);

    eventually(() -> assertThat(turns(Author.NOTE)).hasSize(1));
    assertThat(turns(Author.NOTE).getFirst().text()).contains("only for us", "secret.txt");
    assertThat(attachments.of(id)).isEmpty();
    assertThat(turns(Author.AGENT)).isEmpty();
  }

  @Test
  void thatMayNotBeKeptHoldTheReplyBackAndItsAuthorIsTold() {
    var root = claimed();

    slack.share(ana, channel, root, "run this", "tool.exe", new byte[] {'M', 'Z', 0, 0});

    eventually(() ->
        assertThat(slack.whispers(ana))
            .anyMatch(w -> w.text().contains("Not sent") && w.text().contains("tool.exe")));
    eventually(() -> assertThat(turns(Author.NOTE)).hasSize(1));
    assertThat(turns(Author.AGENT)).isEmpty();
  }

  @Test
  void ofCustomersInSlackComeInAndTheAnswersFilesGoOut() {
    var carla = slack.person("Carla", UUID.randomUUID() + "@shop.example");
    var direct = slack.directChannel(carla);

    slack.share(carla, direct, "", "is this right?", "mine.txt", TEXT);

    var place = slack.teamId() + "/" + direct;
    eventually(() -> assertThat(conversations.at("slack", place, 1)).hasSize(1));
    var theirs = conversations.at("slack", place, 1).getFirst().id();
    var asked = conversations.transcript(theirs).getFirst();
    assertThat(asked.text()).isEqualTo("is this right?");
    assertThat(attachments.of(asked)).extracting(Attachment::name).containsExactly("mine.txt");
    handOff.ask(theirs, Locale.ENGLISH);
    id = theirs;
    var root = claimed();
    slack.share(ana, channel, root, "this one is", "right one.txt", TEXT);
    eventually(() ->
        assertThat(slack.messages(direct).stream().flatMap(m -> m.files().stream()))
            .contains("right one.txt"));
  }

  @Test
  void thatCannotBeHadAreNamedWithTheReasonAndTheWordsComeIn() {
    var carla = slack.person("Carla", UUID.randomUUID() + "@shop.example");
    var direct = slack.directChannel(carla);

    slack.share(carla, direct, "", "see this", "program.exe", new byte[] {1, 2, 3});

    var place = slack.teamId() + "/" + direct;
    eventually(() -> assertThat(conversations.at("slack", place, 1)).hasSize(1));
    var asked =
        conversations.transcript(conversations.at("slack", place, 1).getFirst().id()).getFirst();
    assertThat(asked.text()).startsWith("see this").contains("program.exe (not received: ");
  }
}
