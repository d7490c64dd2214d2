package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.switchboard.bot.conversation.AgentText;
import dev.switchboard.bot.conversation.AgentTurns;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Command.Claim;
import dev.switchboard.bot.conversation.Command.HandBack;
import dev.switchboard.bot.conversation.Command.Resolve;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer in a real browser, the server, and an agent. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = FrameTest.DATABASE)
@Timeout(120)
class FrameTest {
  static final String DATABASE =
      "jdbc:h2:mem:frame;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private static final String HOST_PAGE =
      """
      <!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">
      <script src="/widget/v1.js"></script></head>
      <body><h1>A shop</h1><script>switchboard('boot'); switchboard('show');</script></body></html>
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject Cases cases;
  @Inject Conversations conversations;
  @Inject AgentTurns agents;
  @Inject Opinions opinions;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext customer;
  private Page page;

  @BeforeEach
  void open() {
    customer = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    page = customer.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(server.getURI() + "/widget/frame");
  }

  @AfterEach
  void close() {
    customer.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void asksGetsAPersonAndRates() {
    say("How long is the delivery?");
    assertThat(page.locator(".message.by-bot").last()).containsText("2 to 4 working days");

    page.locator("#person").click();
    assertThat(page.locator(".message.by-bot").last()).containsText(Shop.NOTICE);
    var id = cases.open().getFirst().conversation().id();
    conversations.command(id, new Claim("Ann"));
    assertThat(page.locator("#state")).containsText("Ann");
    agents.note(id, new AgentText("Ann", "note", "Between us."));
    agents.reply(id, new AgentText("Ann", "reply", "I look it up for you."));
    assertThat(page.locator(".message.by-agent")).containsText("I look it up for you.");

    conversations.command(id, new HandBack("Ann"));
    say("How long is the delivery abroad?");
    assertThat(page.locator(".message.by-bot").last()).containsText("2 to 4 working days");
    assertThat(page.locator(".log")).not().containsText("Between us.");

    conversations.command(id, new Claim("Ann"));
    conversations.command(id, new Resolve("Ann", "answered"));
    page.locator("input[name=score][value='5']").check(new Locator.CheckOptions().setForce(true));
    page.locator(".rating .strong").click();
    page.waitForCondition(() -> !opinions.ratings(id).isEmpty());
    page.waitForCondition(() -> conversations.readUpTo(id) > 0);
    assertThat(opinions.ratings(id)).extracting(Rating::score).containsExactly(5);
  }

  @Test
  void keepsTheHistoryOverAReloadOfTheHostPage() {
    page.route(
        "**/host",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody(HOST_PAGE)));
    page.navigate(server.getURI() + "/host");
    widget().locator("#text").fill("How long is the delivery?");
    widget().locator("#send").click();
    assertThat(widget().locator(".message.by-bot").last()).containsText("2 to 4 working days");

    page.reload();

    assertThat(widget().locator(".message.by-customer")).containsText("How long is the delivery?");
    assertThat(widget().locator(".message.by-bot")).containsText("2 to 4 working days");
    assertThat(widget().locator(".message")).hasCount(2);
  }

  private Frame widget() {
    page.waitForCondition(() -> frames().findAny().isPresent());
    return frames().findAny().orElseThrow();
  }

  private Stream<Frame> frames() {
    return page.frames().stream().filter(frame -> frame.url().contains("/widget/frame"));
  }

  private void say(String text) {
    page.locator("#text").fill(text);
    page.locator("#send").click();
  }
}
