package dev.switchboard.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.bot.account.Account;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Admission.Admitted;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Command;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.channel.slack.sandbox.Answer;
import dev.switchboard.channel.slack.sandbox.Fault;
import dev.switchboard.channel.slack.sandbox.SandboxMessage;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What agents do in Slack, however Slack reaches us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SlackDeskContract implements TestPropertyProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());

  @Inject EmbeddedServer server;
  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  @Inject HandOff handOff;
  @Inject Opinions opinions;
  private String channel = "";
  private String ana = "";
  private String ben = "";
  private String id = "";

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.undo", "1s");
    properties.put("switchboard.slack.pace", "20ms");
    return properties;
  }

  /** Lets Slack tell us what happens. */
  abstract void connect();

  @BeforeEach
  void open() {
    slack.clearFaults();
    connect();
    channel = slack.channel("support");
    account("Ana");
    account("Ben");
    ana = slack.person("Ana", "ana@team.example");
    ben = slack.person("Ben", "ben@team.example");
    var first = UUID.randomUUID().toString();
    id =
        inbox
            .accept(
                new Incoming("web", "visitor-" + first, first, "my parcel <!channel> is *lost*"))
            .conversationId();
    handOff.ask(id, Locale.ENGLISH);
  }

  @AfterAll
  void close() {
    slack.close();
  }

  private Account account(String name) {
    var email = name.toLowerCase(Locale.ROOT) + "@team.example";
    return accounts
        .findByEmail(email)
        .orElseGet(() -> ((Admitted) accounts.add(email, name, Role.AGENT, "")).account());
  }

  private SandboxMessage card() {
    await().atMost(PATIENCE).until(() -> slack.messages(channel).stream().anyMatch(this::isOfCase));
    return slack.messages(channel).stream().filter(this::isOfCase).findFirst().orElseThrow();
  }

  private boolean isOfCase(SandboxMessage message) {
    return message.threadTs().isEmpty() && message.blocks().toString().contains(id);
  }

  private String words() {
    return card().blocks().toString();
  }

  private List<String> thread() {
    return slack.thread(channel, card().ts()).stream().map(SandboxMessage::text).toList();
  }

  private List<String> told(String user) {
    return slack.whispers(user).stream().map(SandboxMessage::text).toList();
  }

  private SandboxMessage whisper(String user, String words) {
    await().atMost(PATIENCE).until(() -> told(user).stream().anyMatch(t -> t.contains(words)));
    return slack.whispers(user).stream()
        .filter(message -> message.text().contains(words))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private void click(String user, String action) {
    await().atMost(PATIENCE).until(() -> words().contains("\"" + action + "\""));
    acknowledged(slack.click(user, channel, card().ts(), action));
  }

  private static void acknowledged(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
  }

  private String say(String user, String words) {
    var answer = slack.reply(user, channel, card().ts(), words);
    acknowledged(answer);
    return answer.ts();
  }

  private Map<String, List<String>> reactions(String ts) {
    return slack.thread(channel, card().ts()).stream()
        .filter(message -> message.ts().equals(ts))
        .findFirst()
        .orElseThrow()
        .reactions();
  }

  private void reacted(String ts, String emoji) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(reactions(ts)).containsKey(emoji));
  }

  private List<Turn> turns(Author author) {
    return conversations.transcript(id).stream().filter(turn -> turn.author() == author).toList();
  }

  private List<String> texts(Author author) {
    return turns(author).stream().map(Turn::text).toList();
  }

  private Custody custody() {
    return conversations.find(id).orElseThrow().custody();
  }

  private void cardSays(String words) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(words()).contains(words));
  }

  private void threadSays(String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(thread()).anyMatch(text -> text.contains(words)));
  }

  @Test
  void bringsACaseAsACardAndEndsWithItsRating() {
    cardSays("Waiting for a person");
    threadSays("my parcel &lt;!channel&gt; is *lost*");

    click(ana, "esc.claim");
    assertThat(custody()).isEqualTo(new Custody.WithAgent("Ana"));
    cardSays("Ana has it");
    threadSays("*Ana* has it");

    reacted(say(ana, "ask the depot first"), "memo");
    reacted(say(ana, "reply: It is on its way"), "white_check_mark");
    assertThat(texts(Author.NOTE)).containsExactly("ask the depot first");
    assertThat(texts(Author.AGENT)).containsExactly("It is on its way");

    inbox.accept(new Incoming("web", address(), UUID.randomUUID().toString(), "thank you <3"));
    threadSays("thank you &lt;3");

    click(ana, "esc.resolve");
    await().atMost(PATIENCE).until(() -> dialogIsFilled(ana));
    acknowledged(slack.submit(ana, Map.of("words", "parcel found")));
    assertThat(custody()).isEqualTo(new Custody.Resolved("Ana"));
    cardSays("Resolved by Ana");

    opinions.rate(id, new Rating(4, "quick"));
    threadSays("★★★★☆");
    assertThat(thread()).doesNotHaveDuplicates();
  }

  private String address() {
    return conversations.find(id).orElseThrow().address();
  }

  private boolean dialogIsFilled(String user) {
    return slack.dialog(user).filter(view -> view.toString().contains("\"input\"")).isPresent();
  }

  @Test
  void tellsTheSecondWhoClaimsWhoWasFirstAndLetsThemTakeOver() {
    card();
    // Ben sees the card as it was.
    slack.fault("chat.update", 3, new Fault.RateLimited(Duration.ofSeconds(2)));
    click(ana, "esc.claim");
    click(ben, "esc.claim");
    var whisper = whisper(ben, "Ana has it");
    assertThat(custody()).isEqualTo(new Custody.WithAgent("Ana"));

    acknowledged(slack.click(ben, channel, whisper.ts(), "esc.take_over"));

    assertThat(custody()).isEqualTo(new Custody.WithAgent("Ben"));
    threadSays("Ben took it over from Ana");
  }

  @Test
  void refusesWhoIsNoAgentAndTellsOnlyThem() {
    var stranger = slack.person("Eve", "eve@elsewhere.example");
    click(stranger, "esc.claim");
    say(stranger, "reply: hello customer");

    whisper(stranger, "You are not an agent here");
    assertThat(custody()).isEqualTo(new Custody.Queued());
    assertThat(texts(Author.AGENT)).isEmpty();
    assertThat(texts(Author.NOTE)).isEmpty();
  }

  @Test
  void refusesGuestsWhateverTheirAddressIs() {
    account("Gus");
    var guest = slack.person("Gus", "gus@team.example");
    slack.makeGuest(guest);

    click(guest, "esc.claim");

    whisper(guest, "Only full members");
    assertThat(custody()).isEqualTo(new Custody.Queued());
  }

  @Test
  void sendsNothingThatWasNotClearlyMeantForTheCustomer() {
    click(ana, "esc.claim");
    for (var words :
        List.of(
            "note: bad payer",
            "private: bad payer",
            "// bad payer",
            "bad payer",
            "<@" + ben + ">")) {
      reacted(say(ana, words), "memo");
    }

    assertThat(texts(Author.AGENT)).isEmpty();
    assertThat(texts(Author.NOTE)).hasSize(5);
  }

  @Test
  void asksBeforeItSendsForWhoDoesNotHaveTheCase() {
    click(ana, "esc.claim");
    var ts = say(ben, "reply: let me help");
    var ask = whisper(ben, "Ana has this case");
    assertThat(texts(Author.AGENT)).isEmpty();

    acknowledged(slack.click(ben, channel, ask.ts(), "esc.send"));

    reacted(ts, "white_check_mark");
    assertThat(custody()).isEqualTo(new Custody.WithAgent("Ben"));
    assertThat(texts(Author.AGENT)).containsExactly("let me help");
  }

  @Test
  void keepsAsANoteWhatItsAuthorDoesNotWantToTakeOverFor() {
    click(ana, "esc.claim");
    var ts = say(ben, "reply: let me help");
    var ask = whisper(ben, "Ana has this case");

    acknowledged(slack.click(ben, channel, ask.ts(), "esc.keep"));

    reacted(ts, "memo");
    assertThat(texts(Author.AGENT)).isEmpty();
    assertThat(texts(Author.NOTE)).containsExactly("let me help");
    await().atMost(PATIENCE).until(() -> told(ben).stream().noneMatch(t -> t.contains("Ana has")));
  }

  @Test
  void sendsPlainMessagesInDirectModeAfterAMomentForUndo() {
    click(ana, "esc.claim");
    click(ana, "esc.direct_on");
    cardSays("goes to the customer");

    var wrong = say(ana, "you idiot");
    var undo = whisper(ana, "Goes to the customer in 1 seconds");
    acknowledged(slack.click(ana, channel, undo.ts(), "esc.undo"));
    reacted(wrong, "memo");
    reacted(say(ana, "Here is your label"), "white_check_mark");

    assertThat(texts(Author.AGENT)).containsExactly("Here is your label");
    assertThat(texts(Author.NOTE)).containsExactly("you idiot");
  }

  @Test
  void sendsNothingThatWasMadeANoteWhileItWaited() {
    click(ana, "esc.claim");
    click(ana, "esc.direct_on");
    cardSays("goes to the customer");
    var wrong = say(ana, "what a fool");
    var hasty = say(ana, "Hree you are");

    acknowledged(slack.edit(ana, channel, wrong, "note: what a fool"));
    acknowledged(slack.edit(ana, channel, hasty, "reply: Here you are"));

    reacted(wrong, "memo");
    reacted(hasty, "white_check_mark");
    assertThat(texts(Author.AGENT)).containsExactly("Here you are");
    assertThat(texts(Author.NOTE)).containsExactly("what a fool");
  }

  @Test
  void endsDirectModeWithWhoeverSwitchedItOn() {
    click(ana, "esc.claim");
    click(ana, "esc.direct_on");
    cardSays("goes to the customer");
    conversations.command(id, new Command.Transfer("Ben", "Ben", "Ana"));

    reacted(say(ben, "what was promised here?"), "memo");

    assertThat(texts(Author.AGENT)).isEmpty();
    cardSays("stays in the team");
  }

  @Test
  void sendsWhatAnAgentPicksFromItsMenuOnce() {
    click(ana, "esc.claim");
    var ts = say(ana, "The depot has it");
    reacted(ts, "memo");

    acknowledged(slack.shortcut(ana, channel, ts, "send_to_customer"));
    reacted(ts, "white_check_mark");
    acknowledged(slack.shortcut(ana, channel, ts, "send_to_customer"));

    whisper(ana, "The customer has that already");
    assertThat(texts(Author.AGENT)).containsExactly("The depot has it");
  }

  @Test
  void takesTheSameEventOnce() {
    click(ana, "esc.claim");
    var answer = slack.reply(ana, channel, card().ts(), "reply: once");
    acknowledged(slack.again(answer, 1));
    acknowledged(slack.again(answer, 2));

    reacted(answer.ts(), "white_check_mark");
    assertThat(texts(Author.AGENT)).containsExactly("once");
  }

  @Test
  void tellsAgentsWhatCannotBeChangedAnyMore() {
    click(ana, "esc.claim");
    var ts = say(ana, "reply: sent");
    reacted(ts, "white_check_mark");

    acknowledged(slack.edit(ana, channel, ts, "reply: changed"));
    whisper(ana, "cannot be changed");
    acknowledged(slack.delete(channel, ts));
    whisper(ana, "cannot be deleted");
    assertThat(texts(Author.AGENT)).containsExactly("sent");
  }

  @Test
  void putsAsideHandsBackAndTakesUpAgain() {
    acknowledged(slack.choose(ana, channel, card().ts(), "esc.snooze", "1 hour"));
    assertThat(custody()).isInstanceOf(Custody.Snoozed.class);
    cardSays("Put aside by Ana");

    conversations.command(id, new Command.Wake());
    cardSays("Ana has it");
    click(ana, "esc.handback");

    assertThat(custody()).isEqualTo(new Custody.Returned("Ana"));
    cardSays("handed it back to the bot");
  }

  @Test
  void repliesFromADialogAndDoesWhatFollows() {
    click(ana, "esc.edit_reply");
    await().atMost(PATIENCE).until(() -> dialogIsFilled(ana));

    acknowledged(slack.submit(ana, Map.of("words", "All is well", "then", "Resolve it")));

    assertThat(texts(Author.AGENT)).containsExactly("All is well");
    assertThat(custody()).isEqualTo(new Custody.Resolved("Ana"));
    threadSays("All is well");
  }

  @Test
  void namesWhatIsWrongInADialog() {
    click(ana, "esc.note");
    await().atMost(PATIENCE).until(() -> dialogIsFilled(ana));

    var answer = slack.submit(ana, Map.of("words", "  "));

    assertThat(answer.body()).contains("errors", "Write something.");
    assertThat(slack.dialog(ana)).isPresent();
  }

  @Test
  void asksOnceBeforeACardNumberGoesOut() {
    click(ana, "esc.edit_reply");
    await().atMost(PATIENCE).until(() -> dialogIsFilled(ana));
    var words = Map.of("words", "Your card 4111 1111 1111 1111 was charged");

    assertThat(slack.submit(ana, words).body()).contains("errors", "card number");
    assertThat(texts(Author.AGENT)).isEmpty();
    acknowledged(slack.submit(ana, words));

    assertThat(texts(Author.AGENT)).hasSize(1);
  }

  @Test
  void makesADraftOfAnArticleOfAResolvedCase() {
    click(ana, "esc.claim");
    reacted(say(ana, "reply: We send you a new one"), "white_check_mark");
    conversations.command(id, new Command.Resolve("Ana", "sent"));

    click(ana, "esc.article");
    whisper(ana, "A draft was made");
    click(ana, "esc.article");

    whisper(ana, "There is a draft");
  }

  @Test
  void claimsByAnEmojiOnTheCard() {
    acknowledged(slack.react(ana, channel, card().ts(), "eyes"));

    await().atMost(PATIENCE).until(() -> custody().equals(new Custody.WithAgent("Ana")));
  }

  @Test
  void listsCasesOnTheAppsPageAndByACommand() {
    card();
    assertThat(slack.command(ana, channel, "/support", "list").body()).contains("my parcel");
    assertThat(slack.command(ana, channel, "/support", "").body()).contains("find WORDS");

    acknowledged(slack.openHome(ana));

    await()
        .atMost(PATIENCE)
        .until(() ->
            slack.home(ana).filter(view -> view.toString().contains("my parcel")).isPresent());
  }
}
