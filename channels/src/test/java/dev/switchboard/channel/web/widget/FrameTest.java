package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Bell;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.conversation.Opinions;
import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.channel.web.Chromium;
import dev.switchboard.channel.web.ShopEngine;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer in a real browser, the server, and an agent. */
@Timeout(120)
class FrameTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private Customer customer;

  @BeforeEach
  void open() {
    customer = new Customer(CHROMIUM, STAGE);
    customer.openFrame();
  }

  @AfterEach
  void close() {
    customer.close();
  }

  @Test
  void asksGetsAPersonAndRates() {
    customer.ask();
    assertThat(customer.shown(".chip")).containsText("Delivery");

    customer.shown("#person").click();
    assertThat(customer.shown("#state")).containsText("place in the queue");
    var id = customer.conversation();
    var agent = new Agent(STAGE, id);
    agent.claims();
    assertThat(customer.shown("#state")).containsText("Ann, a person");
    STAGE.bean(Bell.class).ring(new Happening.Typing(id, Author.AGENT, "Ann", true));
    assertThat(customer.shown(".typing")).containsText("Ann is writing");
    customer.say("Are you there?");
    var conversations = STAGE.bean(Conversations.class);
    customer
        .page()
        .waitForCondition(() ->
            conversations.transcript(id).stream()
                .anyMatch(turn -> turn.text().equals("Are you there?")));
    agent.notes("Between us.");
    agent.replies("I look it up for you.");
    assertThat(customer.shown(".message.by-agent")).containsText("I look it up for you.");
    assertThat(customer.shown(".message.by-agent .badge")).hasText("Human");
    assertThat(customer.shown(".by-agent ~ .note")).hasCount(0);
    assertThat(customer.shown(".typing")).hasCount(0);

    agent.handsBack();
    assertThat(customer.shown(".note").last()).containsText("automated assistant");
    customer.ask();
    assertThat(customer.shown(".log")).not().containsText("Between us.");

    agent.claims();
    agent.resolves();
    customer.shown("input[name=score][value='5']").check(new Locator.CheckOptions().setForce(true));
    customer.shown(".rating .strong").click();
    assertThat(customer.shown(".log")).containsText("Thank you for your rating.");
    assertThat(STAGE.bean(Opinions.class).ratings(id)).extracting(Rating::score).containsExactly(5);
    customer.page().waitForCondition(() -> conversations.readUpTo(id) > 0);
  }

  @Test
  void showsASourceThatIsNowhereOnTheWeb() {
    customer.say("How do I exchange an item for another size?");
    customer.shown(".chip").click();
    assertThat(customer.shown(".proof")).containsText("order the right size");
    assertThat(customer.shown(".origin a")).hasCount(0);
  }

  @Test
  void goesOnWithAHalfWrittenAnswerAfterAReload() {
    STAGE.put("/half", HostPages.OPEN.formatted(STAGE.server()));
    customer.open("/half");
    customer.say("hello");
    assertThat(customer.answer()).containsText("Hello!");
    var gate = STAGE.bean(ShopEngine.class).hold();
    try {
      customer.say("How long is the delivery?");
      assertThat(customer.shown("[aria-busy]")).containsText("2 to 4 working days");
      assertThat(customer.shown("[aria-busy]")).not().containsText("**");

      customer.page().reload();

      assertThat(customer.shown("[aria-busy]")).containsText("2 to 4 working days");
    } finally {
      gate.countDown();
    }
    assertThat(customer.shown(".message.by-bot .tools")).hasCount(2);
    assertThat(customer.shown("[aria-busy]")).hasCount(0);
    assertThat(customer.shown(".message")).hasCount(4);
  }

  @Test
  void readsEachAnswerOutOnce() {
    var chat = customer.chat();
    chat.evaluate(
        "() => { window.heard = []; new MutationObserver((changes) => changes.forEach((change) =>"
            + " change.addedNodes.forEach((said) => heard.push(said.textContent))))"
            + ".observe(document.getElementById('live'), { childList: true }); }");
    customer.ask();
    assertThat(customer.shown(".message.by-bot .tools")).hasCount(1);

    assertThat(chat.evaluate("() => heard.filter((said) => said.includes('2 to 4')).length"))
        .isEqualTo(1);
    assertThat(customer.shown("#log")).hasAttribute("aria-live", "off");
  }

  @Test
  void keepsTheHistoryOverAReloadOfTheHostPage() {
    STAGE.put("/reload", HostPages.OPEN.formatted(STAGE.server()));
    customer.open("/reload");
    customer.ask();

    customer.page().reload();

    assertThat(customer.chat().locator(".message.by-customer")).containsText("How long");
    assertThat(customer.answer()).containsText("2 to 4 working days");
    assertThat(customer.chat().locator(".message")).hasCount(2);
  }

  @Test
  void keepsWhatIsWrittenOfflineAndSendsItLater() {
    customer.ask();
    customer.browser().setOffline(true);
    assertThat(customer.shown("#offline")).isVisible();
    customer.say("Can I return it?");
    assertThat(customer.shown(".delivery").last()).containsText("online again");

    customer.browser().setOffline(false);

    assertThat(customer.shown("#offline")).isHidden();
    assertThat(customer.shown(".message.by-bot .reply").first()).isVisible();
    assertThat(customer.shown(".message")).hasCount(4);
    customer.expectCutConnections();
  }

  @Test
  void canBeUsedWithTheKeyboardAlone() {
    var keyboard = customer.page().keyboard();
    customer.shown("#text").focus();
    keyboard.type("Can I return");
    keyboard.press("Shift+Enter");
    keyboard.type("it?");
    keyboard.press("Enter");
    assertThat(customer.shown(".message.by-customer")).containsText("Can I return\nit?");
    assertThat(customer.shown(".reply")).hasCount(2);
    assertThat(customer.shown("#text")).isFocused();
    pressUntilFocused("Shift+Tab", ".reply:first-of-type");
    keyboard.press("Enter");
    assertThat(customer.shown("#text")).isFocused();
    assertThat(customer.shown(".message.by-bot").last()).containsText("within 30 days");

    pressUntilFocused("Shift+Tab", "#more");
    keyboard.press("Enter");
    keyboard.press("ArrowDown");
    assertThat(customer.shown("#menu button").first()).isFocused();
    keyboard.press("Escape");
    assertThat(customer.shown("#more")).isFocused();
    pressUntilFocused("Tab", "#person");
    keyboard.press("Enter");
    assertThat(customer.shown("#state")).containsText("queue");
  }

  private void pressUntilFocused(String key, String wanted) {
    for (int pressed = 0; pressed < 60; pressed++) {
      customer.page().keyboard().press(key);
      if ((boolean)
          customer.shown(wanted).first().evaluate("each => each === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError(wanted + " cannot be reached with " + key);
  }

  @Test
  void beginsANewConversationWhenAsked() {
    customer.ask();
    var first = customer.conversation();
    customer.shown("#more").click();
    customer.shown("#menu button").filter(new Locator.FilterOptions().setHasText("New")).click();
    assertThat(customer.shown(".message")).hasCount(0);

    customer.ask();

    assertThat(customer.shown(".message")).hasCount(2);
    customer.page().waitForCondition(() -> !customer.conversation().equals(first));
  }

  @Test
  void saysWhyTheCustomerIsNotKnownAndAsksOnce() {
    var asked = new AtomicInteger();
    customer
        .page()
        .route(
            "**/widget/v1/sessions",
            route -> {
              asked.incrementAndGet();
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(401)
                      .setContentType("application/problem+json")
                      .setBody("{\"code\":\"identity\",\"status\":401}"));
            });
    customer.page().reload();

    assertThat(customer.shown("#log [role=alert]")).containsText("could not recognise you");
    customer.say("hello");
    assertThat(customer.shown(".failed")).isVisible();
    assertThat(asked).hasValueLessThan(4);
    customer.complaints().removeIf(complaint -> complaint.contains("401"));
  }
}
