package dev.switchboard.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.channel.web.widget.Page;
import dev.switchboard.channel.web.widget.Tree;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What agents do at the desk, over HTTP, with customers on the web. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = DeskTest.DATABASE)
@Property(name = "switchboard.widget.requests-per-minute", value = "100000")
@Timeout(60)
class DeskTest {
  static final String DATABASE =
      "jdbc:h2:mem:desk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Team team;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  private AgentPage ann;
  private AgentPage ben;
  private Page customer;

  @BeforeEach
  void open() {
    ann = team.agent("Ann");
    ben = team.agent("Ben");
    customer = new Page(server.getURI(), json);
    customer.visit();
  }

  @Test
  void takesACaseFromTheQueueToItsEnd() {
    var id = queued("My order #4711 is late.");
    var line = line(ann, id);
    assertThat(string(line, "state")).isEqualTo("queued");
    // Whichever was first: the customer's wish, or the bot that does not know.
    assertThat(string(line, "because"))
        .isIn("the customer asked for a person", "no article reaches the threshold for answers");
    assertThat(string(line, "words")).isEqualTo("My order #4711 is late.");
    assertThat(line.get("waiting").isNull()).isFalse();

    assertThat(ann.does(id, "claim", Map.of())).isEqualTo(200);
    assertThat(custody(id)).isEqualTo(new Custody.WithAgent("Ann"));
    assertThat(ann.does(id, "note", written("n1", "Looks like the carrier."))).isEqualTo(201);
    assertThat(ann.does(id, "reply", written("r1", "I look it up."))).isEqualTo(201);
    assertThat(shown(id)).contains("I look it up.").doesNotContain("carrier");
    assertThat(customer.get("conversations/" + id + "/transcript").body())
        .contains("I look it up.")
        .doesNotContain("carrier");

    assertThat(ann.does(id, "snooze", Map.of("until", inAnHour()))).isEqualTo(200);
    assertThat(string(line(ben, id), "state")).isEqualTo("snoozed");
    customer.say(id, "k2", "Are you still there?");
    assertThat(custody(id)).isEqualTo(new Custody.WithAgent("Ann"));

    assertThat(ann.does(id, "reply", written("r2", "I am."))).isEqualTo(201);
    assertThat(ann.does(id, "hand-back", Map.of())).isEqualTo(200);
    customer.say(id, "k3", "How long is the delivery?");
    await(() -> shown(id).contains("2 to 4 working days"));

    assertThat(ann.does(id, "claim", Map.of())).isEqualTo(200);
    assertThat(ann.does(id, "resolve", Map.of("because", "Answered"))).isEqualTo(200);
    assertThat(custody(id)).isEqualTo(new Custody.Resolved("Ann"));
    assertThat(ids(ann.get("cases/done"))).contains(id);
    assertThat(ids(ann.get("cases"))).doesNotContain(id);
    assertThat(conversations.custodyEvents(id).getLast().because()).isEqualTo("Answered");
  }

  @Test
  void showsACaseWithItsBrief() {
    var id = conversation(customer.say("new", "k1", "How long is the delivery?"));
    await(() -> shown(id).contains("2 to 4"));
    customer.post(
        "conversations/" + id + "/feedback",
        "{\"message_id\":\"" + id + ".2\",\"value\":\"down\",\"comment\":\"too vague\"}");
    customer.say(id, "k2", "Where is #A-10025? Write to ada@mail.example please.");
    await(() -> custody(id) instanceof Custody.Queued);
    customer.post("conversations/" + id + "/read", "{\"seq\":2}");

    var whole = ann.get("cases/" + id);

    var brief = whole.get("case").get("brief");
    assertThat(string(brief, "problem")).contains("#A-10025");
    assertThat(string(brief, "because")).isEqualTo("no article reaches the threshold for answers");
    var tried = brief.get("tried").get(0);
    assertThat(string(tried, "answer")).startsWith("A parcel takes 2 to 4 working days");
    assertThat(string(tried, "felt")).isEqualTo("unhelpful");
    assertThat(string(tried.get("citations").get(0), "title")).isEqualTo("Delivery");
    assertThat(brief.get("facts").entries())
        .extracting(fact -> string(fact, "kind") + " " + string(fact, "value"))
        .containsExactly("number #A-10025", "email ada@mail.example");
    assertThat(brief.get("facts").entries())
        .extracting(fact -> string(fact, "standing"))
        .containsOnly("claimed");
    assertThat(string(brief, "request")).isEqualTo("Write to ada@mail.example please.");
    assertThat(brief.get("moods").entries())
        .extracting(mood -> string(mood, "feeling"))
        .containsExactly("calm", "calm");
    assertThat(brief.get("enclosed").size()).isZero();
    assertThat(brief.get("missing").size()).isZero();
    assertThat(string(whole.get("case").get("opinions").get(0), "words")).isEqualTo("too vague");
    assertThat(whole.get("case").get("read").getLongValue()).isEqualTo(2);
    assertThat(string(whole.get("case").get("line"), "language")).isEqualTo("en");
    assertThat(whole.get("turns").entries())
        .extracting(turn -> string(turn, "author"))
        .containsExactly("customer", "bot", "customer", "bot");
    assertThat(whole.get("more").getBooleanValue()).isFalse();
    var earlier = ann.get("cases/" + id + "/turns?before=3");
    assertThat(earlier.get("turns").size()).isEqualTo(2);
  }

  @Test
  void hasOneWinnerHoweverManyClickAndTellsTheOthersWho() throws Exception {
    for (int round = 0; round < 4; round++) {
      var id = queued("Help me, please.");
      var clicks = new ArrayList<Callable<List<Object>>>();
      for (int i = 0; i < 25; i++) {
        for (var agent : List.of(ann, ben)) {
          clicks.add(() -> {
            var answer = agent.act(id, "claim", Map.of());
            return List.of(agent, answer.statusCode(), answer.body());
          });
        }
      }
      var answers = new ArrayList<List<Object>>();
      try (var pool = Executors.newFixedThreadPool(8)) {
        for (var answer : pool.invokeAll(clicks)) {
          answers.add(answer.get());
        }
      }

      var owner = ((Custody.WithAgent) custody(id)).agent();
      var winner = owner.equals("Ann") ? ann : ben;
      for (var answer : answers) {
        boolean won = answer.getFirst() == winner;
        assertThat(answer.get(1)).isEqualTo(won ? 200 : 409);
        assertThat((String) answer.get(2)).contains(won ? id : owner + " has it.");
      }
      assertThat(conversations.custodyEvents(id))
          .filteredOn(event -> event.command().equals("Claim"))
          .hasSize(1);
    }
  }

  @Test
  void keepsTheBotSilentOnceAnAgentHasClaimed() throws Exception {
    var ids = new ArrayList<String>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        customer = new Page(server.getURI(), json);
        customer.visit();
        var id = conversation(customer.say("new", "k1", "hello"));
        ids.add(id);
        var both =
            List.<Callable<Object>>of(
                () -> customer.say(id, "k2", "How long is the delivery?"),
                () -> ann.does(id, "claim", Map.of()));
        for (var done : pool.invokeAll(both)) {
          done.get();
        }
      }
    }
    // Answered after all that was due before it.
    customer = new Page(server.getURI(), json);
    customer.visit();
    var last = conversation(customer.say("new", "k1", "How long is the delivery?"));
    await(() -> shown(last).contains("2 to 4 working days"));

    for (var id : ids) {
      assertThat(custody(id)).isEqualTo(new Custody.WithAgent("Ann"));
      var claimed = conversations.custodyEvents(id).getLast().at();
      assertThat(conversations.transcript(id))
          .filteredOn(turn -> turn.author() == Author.BOT)
          .allMatch(turn -> !turn.at().isAfter(claimed));
    }
  }

  @Test
  void takesACaseOverOnlyFromTheOneItNames() {
    var id = queued("Help me, please.");
    ann.does(id, "claim", Map.of());

    assertThat(ben.does(id, "reply", written("r1", "Hello."))).isEqualTo(409);
    var unawares = ben.act(id, "assign", Map.of("to", "Ben"));
    assertThat(unawares.statusCode()).isEqualTo(409);
    assertThat(unawares.body()).contains("\"code\":\"taken\"", "Ann has it.");
    assertThat(ben.does(id, "assign", Map.of("to", "Ben", "from", "Cem"))).isEqualTo(409);
    assertThat(ben.does(id, "assign", Map.of("to", "Ben", "from", "Ann"))).isEqualTo(200);

    assertThat(custody(id)).isEqualTo(new Custody.WithAgent("Ben"));
    assertThat(ann.does(id, "reply", written("r2", "Hello."))).isEqualTo(409);
    assertThat(ann.does(id, "resolve", Map.of("because", "Answered"))).isEqualTo(409);
    assertThat(ann.does(id, "note", written("n2", "I was on it."))).isEqualTo(201);
    assertThat(ben.does(id, "release", Map.of())).isEqualTo(200);
    assertThat(custody(id)).isEqualTo(new Custody.Queued());
  }

  @Test
  void givesACaseOnlyToSomebodyWhoWorksHere() {
    team.signIn("Wim", Role.AUTHOR);
    var id = queued("Help me, please.");

    for (var nobody : List.of("Nobody", "Wim", "")) {
      var refused = ann.act(id, "assign", Map.of("to", nobody));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("\"code\":\"agent\"");
    }
    assertThat(ann.get("colleagues").entries())
        .extracting(colleague -> string(colleague, "name"))
        .contains("Ann", "Ben")
        .doesNotContain("Wim");
    assertThat(ann.does(id, "assign", Map.of("to", "Ben"))).isEqualTo(200);
    assertThat(custody(id)).isEqualTo(new Custody.WithAgent("Ben"));
  }

  @Test
  void storesATextOnceHoweverOftenItIsSent() {
    var id = queued("Help me, please.");
    ann.does(id, "claim", Map.of());

    var first = ann.act(id, "reply", written("same", "Hello."));
    var again = ann.act(id, "reply", written("same", "Hello."));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ann.does(id, "reply", written("same", "Good day."))).isEqualTo(409);
    assertThat(ben.does(id, "note", written("same", "A note of mine."))).isEqualTo(201);
    assertThat(conversations.transcript(id))
        .filteredOn(turn -> turn.author() == Author.AGENT)
        .hasSize(1);
  }

  @Test
  void suggestsAReplyWithItsSources() {
    var id = queued("Help me, please.");
    ann.does(id, "claim", Map.of());
    assertThat(ann.get("cases/" + id + "/suggestion").get("suggestion").isNull()).isTrue();
    customer.say(id, "k2", "How long is the delivery?");

    var suggested = ann.get("cases/" + id + "/suggestion").get("suggestion");

    assertThat(string(suggested, "text"))
        .startsWith("A parcel takes 2 to 4 working days within the country, and up to 10 abroad.")
        .contains("tracking page (https://shop.example/track)")
        .doesNotContain("[1]", "**");
    assertThat(string(suggested.get("citations").get(0), "url"))
        .isEqualTo("https://shop.example/help/delivery");
    assertThat(shown(id)).doesNotContain("2 to 4 working days");
  }

  @Test
  void suggestsUpToThreeRepliesToChooseFrom() {
    var id = queued("Help me, please.");
    ann.does(id, "claim", Map.of());
    assertThat(ann.get("cases/" + id + "/suggestions").get("suggestions").size()).isZero();
    customer.say(id, "k2", "Can I return an item and get the money back, or the right size?");

    var suggested = ann.get("cases/" + id + "/suggestions").get("suggestions").entries();

    assertThat(suggested).hasSize(2);
    assertThat(suggested)
        .extracting(each -> string(each.get("citations").get(0), "title"))
        .containsExactly("How do I get a refund?", "How do I exchange an item for another size?");
    assertThat(string(suggested.getFirst(), "text"))
        .startsWith("Send the item back")
        .doesNotContain("**");
    assertThat(shown(id)).doesNotContain("Send the item back");
  }

  @Test
  void makesADraftOfAnArticleOutOfAResolvedCase() {
    var author = team.signIn("Abe", Role.AUTHOR);
    var id = queued("A goat ate my parcel, can you write to ada@mail.example?");
    ann.does(id, "claim", Map.of());
    ann.does(id, "reply", written("goat", "You get another one."));
    assertThat(ann.does(id, "article", Map.of())).isEqualTo(409);
    ann.does(id, "resolve", Map.of("because", "Answered"));

    assertThat(ann.does(id, "article", Map.of())).isEqualTo(201);
    assertThat(ben.does(id, "article", Map.of())).isEqualTo(200);

    var drafts =
        author.get("drafts").get("drafts").entries().stream()
            .filter(draft -> string(draft, "case").equals(id))
            .toList();
    assertThat(drafts).hasSize(1);
    assertThat(string(drafts.getFirst(), "title")).contains("goat").doesNotContain("ada@");
    assertThat(drafts.getFirst().get("variants").get(0).getStringValue()).contains("[e-mail]");
    assertThat(string(drafts.getFirst(), "answer")).isEqualTo("You get another one.");
    assertThat(string(drafts.getFirst(), "by")).isEqualTo("Ann");
    assertThat(Instant.parse(string(drafts.getFirst(), "at"))).isBefore(Instant.now());
  }

  @Test
  void tellsBothDesksWhatHappensToACase() throws Exception {
    try (var annsList = ann.follow("");
        var bensList = ben.follow("")) {
      annsList.next("list");
      bensList.next("list");
      var id = queued("Help me, please.");
      for (var events : List.of(annsList, bensList)) {
        awaitState(events, id, "queued");
      }

      try (var annsCase = ann.follow(id)) {
        assertThat(string(annsCase.next("turn").data(), "text")).isEqualTo("Help me, please.");
        ben.does(id, "claim", Map.of());
        await(annsCase, "case", told -> string(told.get("line"), "agent").equals("Ben"));
        for (var events : List.of(annsList, bensList)) {
          awaitState(events, id, "agent");
        }
        customer.post("conversations/" + id + "/typing", "{\"typing\":true}");
        assertThat(string(annsCase.next("typing").data(), "who")).isEqualTo("customer");
        ben.does(id, "note", written("n3", "Between us."));
        await(annsCase, "turn", told -> string(told, "author").equals("note"));
        ben.does(id, "resolve", Map.of("because", "Answered"));
        await(annsList, "list", told -> isGone(told, id));
      }
    }
  }

  @Test
  void tellsTheCustomerThatAnAgentWritesOnlyWhileTheyHaveIt() throws Exception {
    var id = queued("Help me, please.");
    ann.does(id, "claim", Map.of());
    try (var events = customer.follow(id, 0)) {
      ben.does(id, "typing", Map.of("typing", true));
      ann.does(id, "typing", Map.of("typing", true));

      var told = events.next("typing").data();
      assertThat(string(told, "name")).isEqualTo("Ann");
      ann.does(id, "reply", written("r9", "Here I am."));
      assertThat(events.next("typing").data().get("on").getBooleanValue()).isFalse();
    }
  }

  @Test
  void endsAStreamAtOnceWhenItsSessionEnds() throws Exception {
    var cem = team.agent("Cem");
    try (var events = cem.follow("")) {
      events.next("list");
      long signedOut = System.nanoTime();
      team.signOut(cem);

      events.next("signed-out");

      assertThat(System.nanoTime() - signedOut).isLessThan(5_000_000_000L);
    }
    assertThat(cem.look("cases").statusCode()).isEqualTo(401);
  }

  @Test
  void showsWhatCouldNotBeDeliveredAndSendsItAgain() {
    var id =
        inbox
            .accept(new Incoming(Pigeons.CHANNEL, "ada", "letter", "How long is the delivery?"))
            .conversationId();
    await(() -> ann.get("dead-letters").size() > 0);
    var letter = ann.get("dead-letters").get(0);
    assertThat(string(letter, "case")).isEqualTo(id);
    assertThat(string(letter, "because")).isEqualTo("no pigeon finds it");
    assertThat(ann.get("cases").get("undelivered").getLongValue()).isEqualTo(1);

    var path = "dead-letters/" + id + "/" + letter.get("seq").getLongValue() + "/retry";
    Pigeons.FIND.set(true);
    assertThat(ann.post(path, "{}").statusCode()).isEqualTo(204);

    await(() -> ann.get("dead-letters").size() == 0);
    assertThat(ann.post(path, "{}").statusCode()).isEqualTo(409);
  }

  private String queued(String words) {
    var id = conversation(customer.say("new", "k1", words));
    customer.post("conversations/" + id + "/escalate", "{}");
    return id;
  }

  private static Map<String, String> written(String key, String text) {
    return Map.of("key", key, "text", text);
  }

  private static String inAnHour() {
    return Instant.now().plus(1, ChronoUnit.HOURS).toString();
  }

  private Custody custody(String id) {
    return conversations.find(id).orElseThrow().custody();
  }

  /** All that the customer gets to see. */
  private String shown(String id) {
    return customer.get("conversations/" + id + "/messages").body();
  }

  private static Tree line(AgentPage agent, String id) {
    return agent.get("cases").get("cases").entries().stream()
        .filter(line -> string(line, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(Tree list) {
    return list.get("cases").entries().stream().map(line -> string(line, "id")).toList();
  }

  private static List<String> texts(Tree list) {
    return list.entries().stream().map(Tree::getStringValue).toList();
  }

  private static void awaitState(Page.Events events, String id, String state) throws Exception {
    await(
        events,
        "list",
        told ->
            lines(told).stream()
                .filter(line -> string(line, "id").equals(id))
                .anyMatch(line -> string(line, "state").equals(state)));
  }

  /** A page that lags behind is told the whole list instead of what has changed. */
  private static List<Tree> lines(Tree told) {
    return told.get(isWhole(told) ? "cases" : "changed").entries();
  }

  private static boolean isWhole(Tree told) {
    return told.node().get("cases") != null;
  }

  private static boolean isGone(Tree told, String id) {
    return isWhole(told)
        ? lines(told).stream().noneMatch(line -> string(line, "id").equals(id))
        : texts(told.get("gone")).contains(id);
  }

  private static void await(Page.Events events, String name, Predicate<Tree> expected)
      throws Exception {
    while (!expected.test(events.next(name).data())) {
      // Something else was told first.
    }
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
  }

  private static String conversation(Tree accepted) {
    return string(accepted, "conversation_id");
  }

  private static String string(Tree node, String key) {
    return node.get(key).getStringValue();
  }
}
