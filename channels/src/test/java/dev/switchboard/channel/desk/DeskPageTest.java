package dev.switchboard.channel.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Command.End;
import dev.switchboard.bot.conversation.Command.Transfer;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent at the desk and a customer at the widget, in a real browser. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = DeskPageTest.DATABASE)
@Timeout(120)
class DeskPageTest {
  static final String DATABASE =
      "jdbc:h2:mem:desk-page;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject Team team;
  @Inject Cases cases;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  private DeskPages pages;

  @BeforeEach
  void empty() {
    pages = new DeskPages(CHROMIUM, server.getURI());
    cases.open().forEach(line -> conversations.command(line.conversation().id(), new End()));
  }

  @AfterEach
  void close() {
    pages.close();
    assertThat(pages.complaints()).isEmpty();
  }

  @Test
  void walksACaseFromTheQueueToItsEnd() {
    var customer = pages.page(new NewContextOptions(), "/widget/frame");
    say(customer, "How long is the delivery?");
    assertThat(customer.locator(".message.by-bot")).containsText("2 to 4 working days");
    var agent = desk("Ann", new NewContextOptions());
    assertThat(agent.locator("#no-lines")).containsText("Nobody is waiting");

    customer.locator("#person").click();
    assertThat(agent.locator(".line")).containsText("How long is the delivery?");
    assertThat(agent).hasTitle("(1) Desk – Switchboard");
    agent.keyboard().press("j");
    assertThat(agent.locator(".brief")).containsText("the customer asked for a person");
    assertThat(agent.locator(".composer textarea")).isDisabled();
    agent.keyboard().press("c");
    assertThat(agent.locator(".custody")).containsText("You have it");
    assertThat(customer.locator("#state")).containsText("Ann");
    assertThat(agent).hasTitle("Desk – Switchboard");

    agent.keyboard().press("r");
    agent.keyboard().type("I look it up for you.");
    assertThat(customer.locator(".typing")).isVisible();
    agent.keyboard().press("Control+Enter");
    assertThat(customer.locator(".message.by-agent")).containsText("I look it up for you.");
    say(customer, "Thank you! It is order #4711.");
    assertThat(agent.locator(".turn.by-customer").last()).containsText("#4711");
    assertThat(agent.locator(".fact")).containsText("#4711");

    agent.keyboard().press("Escape");
    agent.keyboard().press("n");
    assertThat(agent.locator(".composer")).hasClass("composer note");
    agent.keyboard().type("The carrier lost it.");
    agent.keyboard().press("Control+Enter");
    assertThat(agent.locator(".turn.by-note")).containsText("The carrier lost it.");
    assertThat(agent.locator(".composer textarea")).hasValue("");

    agent.keyboard().press("Escape");
    agent.keyboard().press("s");
    agent.locator("dialog button[type=submit]").click();
    assertThat(agent.locator(".custody")).containsText("Put aside by you");
    say(customer, "Any news?");
    assertThat(agent.locator(".custody")).containsText("You have it");

    agent.keyboard().press("r");
    agent.keyboard().type("It arrives tomorrow.");
    agent.keyboard().press("Control+Enter");
    assertThat(agent.locator(".composer textarea")).hasValue("");
    agent.keyboard().press("Escape");
    agent.keyboard().press("b");
    assertThat(agent.locator(".custody")).containsText("With the assistant");
    say(customer, "How long is the delivery abroad?");
    assertThat(customer.locator(".message.by-bot").last()).containsText("2 to 4 working days");
    assertThat(agent.locator(".turn.by-bot").last()).containsText("2 to 4 working days");

    agent.keyboard().press("c");
    assertThat(agent.locator(".custody")).containsText("You have it");
    agent.keyboard().press("e");
    agent.locator("#reason-more").fill("sent again");
    agent.locator("dialog button[type=submit]").click();
    assertThat(agent.locator(".custody")).containsText("Resolved by you");
    assertThat(customer.locator(".rating")).isVisible();
    assertThat(customer.locator(".log")).not().containsText("carrier");
    var id = agent.evaluate("location.hash.slice(1)").toString();
    assertThat(conversations.custodyEvents(id).getLast().because())
        .isEqualTo("Answered: sent again");
  }

  @Test
  void sendsNoNoteToTheCustomerByMistake() {
    var id = mine();
    var agent = desk("Ann", new NewContextOptions());
    DeskPages.open(agent, id);
    var text = agent.locator(".composer textarea");

    text.fill("note: they are a regular");
    text.press("Control+Enter");
    agent.locator("dialog button[type=submit]").click();

    assertThat(agent.locator(".turn.by-note")).containsText("they are a regular");
    assertThat(agent.locator(".turn.by-agent")).hasCount(0);

    text.fill("Half a note");
    agent.locator(".mode").first().click();
    assertThat(text).hasValue("");
    text.fill("Half a reply");
    agent.locator(".mode").last().click();
    assertThat(text).hasValue("Half a note");
    assertThat(by(Author.AGENT, id)).isZero();
  }

  @Test
  void keepsTheTextAndItsKeyUntilItIsStored() {
    var id = mine();
    var agent = desk("Ann", new NewContextOptions());
    DeskPages.open(agent, id);
    agent.route(
        "**/reply",
        route -> {
          // Stored, but the answer is lost.
          route.fetch();
          route.abort();
        });
    agent.locator(".composer textarea").fill("I am on it.");
    agent.locator(".composer button[type=submit]").click();
    assertThat(agent.locator(".composer .failed")).containsText("Not sent");
    pages.complaints().clear();
    assertThat(agent.locator(".composer textarea")).hasValue("I am on it.");
    agent.unroute("**/reply");

    agent.locator(".composer button[type=submit]").click();

    assertThat(agent.locator(".composer textarea")).hasValue("");
    assertThat(by(Author.AGENT, id)).isOne();
  }

  @Test
  void putsASuggestedReplyIntoTheComposerAndSendsNothing() {
    var id = mine();
    say(id, "How long is the delivery?");
    var agent = desk("Ann", new NewContextOptions());
    DeskPages.open(agent, id);

    agent.keyboard().press("g");
    assertThat(agent.locator(".offer .chip")).containsText("Delivery");
    agent.locator(".offer .button").click();

    assertThat(agent.locator(".composer textarea")).isFocused();
    var value = agent.locator(".composer textarea").inputValue();
    assertThat(value).startsWith("A parcel takes 2 to 4 working days");
    assertThat(by(Author.AGENT, id)).isZero();
  }

  @Test
  void makesAnArticleOfAResolvedCase() {
    var id = mine();
    var ann = team.agent("Ann");
    ann.does(id, "reply", Map.of("key", "article", "text", "It is at the depot."));
    ann.does(id, "resolve", Map.of("because", "answered"));
    var agent = desk("Ann", new NewContextOptions());
    DeskPages.open(agent, id);

    agent.locator("[data-action=article]").click();

    assertThat(agent.locator(".toast")).containsText("There is a draft of an article now");
    assertNoFault(agent);
  }

  @Test
  void takesACaseOverOnlyAfterAQuestion() {
    var id = mine();
    conversations.command(id, new Transfer("Ben", "Ben", "Ann"));
    var agent = desk("Ann", new NewContextOptions());
    DeskPages.open(agent, id);
    assertThat(agent.locator(".custody")).containsText("Ben has it");
    agent.locator("[data-action=takeOver]").click();
    assertThat(agent.locator("dialog")).containsText("Take the case over from Ben?");
    agent.keyboard().press("Escape");
    assertThat(agent.locator(".custody")).containsText("Ben has it");

    agent.locator("[data-action=takeOver]").click();
    agent.locator("dialog button[type=submit]").click();

    assertThat(agent.locator(".custody")).containsText("You have it");
    assertThat(conversations.find(id).orElseThrow().custody())
        .isEqualTo(new Custody.WithAgent("Ann"));
  }

  @Test
  void beginsByItselfWhenTheServerIsReachedAtLast() {
    var agent = desk("Ann", new NewContextOptions());
    agent.route("**/desk/api/me", Route::abort);
    agent.reload();
    assertThat(agent.locator("#offline")).isVisible();

    agent.unroute("**/desk/api/me");

    assertThat(agent.locator("#offline")).isHidden();
    assertThat(agent.locator("#me")).isVisible();
    pages.complaints().clear();
  }

  @Test
  void saysWhenTheConnectionIsLostAndGoesOnByItself() {
    var agent = desk("Ann", new NewContextOptions());
    var context = agent.context();
    assertThat(agent.locator("#link")).hasText("Live");

    context.setOffline(true);
    assertThat(agent.locator("#offline")).isVisible();
    var id = waiting("Is anybody there?");
    context.setOffline(false);

    assertThat(agent.locator("#offline")).isHidden();
    assertThat(agent.locator("[href='#" + id + "']")).isVisible();
    pages.complaints().clear();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,390,800", "DARK,390,800"})
  void isThereForEverybody(ColorScheme colours, int width, int height) {
    var look =
        new NewContextOptions()
            .setColorScheme(colours)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(width, height);
    waiting("My parcel has not arrived, and nobody answers.");
    var id = mine();
    say(id, "How long is the delivery? It is order #4711 of 2026-11-03.");
    var agent = desk("Ann", look);
    assertThat(agent.locator(".line").first()).isVisible();
    assertNoFault(agent);

    DeskPages.open(agent, id);
    agent.locator(".brief").evaluate("brief => brief.open = true");
    agent.locator(".composer .suggest").click();
    assertThat(agent.locator(".offer .chip")).isVisible();
    assertNoFault(agent);

    agent.locator(".mode").last().click();
    agent.locator(".composer textarea").fill("They are a regular.");
    agent.locator(".composer button[type=submit]").click();
    assertThat(agent.locator(".turn.by-note")).isVisible();
    assertNoFault(agent);

    for (var action : List.of("resolve", "snooze", "assign")) {
      agent.locator("[data-action=" + action + "]").click();
      assertThat(agent.locator("dialog")).isVisible();
      assertNoFault(agent);
      agent.keyboard().press("Escape");
      assertThat(agent.locator("dialog")).hasCount(0);
    }
    agent.keyboard().press("?");
    assertThat(agent.locator("dialog")).isVisible();
    assertNoFault(agent);
  }

  private Page desk(String name, NewContextOptions look) {
    return pages.desk(team.agent(name), look);
  }

  private static void say(Page customer, String text) {
    customer.locator("#text").fill(text);
    customer.locator("#send").click();
  }

  private void say(String id, String text) {
    var address = conversations.find(id).orElseThrow().address();
    inbox.accept(new Incoming("web", address, id + text.hashCode(), text));
  }

  /** A case in the queue. */
  private String waiting(String words) {
    var address = "somebody-" + System.nanoTime();
    var id = inbox.accept(new Incoming("web", address, address, words)).conversationId();
    team.agent("Ann").does(id, "claim", Map.of());
    team.agent("Ann").does(id, "release", Map.of());
    return id;
  }

  /** A case that Ann has. */
  private String mine() {
    var id = waiting("Help me, please.");
    assertThat(team.agent("Ann").does(id, "claim", Map.of())).isEqualTo(200);
    return id;
  }

  private long by(Author author, String id) {
    return conversations.transcript(id).stream().filter(turn -> turn.author() == author).count();
  }

  private static void assertNoFault(Page page) {
    var faults =
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + node))
                .toList();
    assertThat(faults).isEmpty();
  }
}
