package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GoBackOptions;
import com.microsoft.playwright.options.WaitUntilState;
import dev.switchboard.channel.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer who has the chat open twice, or leaves and comes back. */
@Timeout(120)
class TabsTest {
  @RegisterExtension static final Chromium CHROMIUM = Chromium.whole();
  @RegisterExtension static final Stage STAGE = new Stage();

  private Customer customer;

  @BeforeEach
  void open() {
    customer = new Customer(CHROMIUM, STAGE);
  }

  @AfterEach
  void close() {
    customer.close();
  }

  @Test
  void showsTheSameInTwoTabs() {
    STAGE.put("/two", HostPages.OPEN.formatted(STAGE.server()));
    customer.open("/two");
    var other = customer.tab();
    other.navigate(STAGE.site() + "/two");
    assertThat(Customer.chat(other).locator(".welcome")).isVisible();

    customer.ask();
    assertThat(Customer.chat(other).locator(".message.by-customer")).containsText("How long");
    assertThat(Customer.chat(other).locator(".message.by-bot")).containsText("2 to 4 working days");
    Customer.chat(other).locator("#text").fill("And abroad, how long is the delivery?");
    Customer.chat(other).locator("#send").click();

    assertThat(customer.chat().locator(".message.by-customer")).hasCount(2);
    assertThat(customer.chat().locator(".message.by-bot .tools")).hasCount(2);
    assertThat(Customer.chat(other).locator(".message")).hasCount(4);
  }

  @Test
  void forgetsTheCustomerInEveryTab() {
    STAGE.put("/shared", HostPages.OPEN.formatted(STAGE.server()));
    customer.open("/shared");
    customer.ask();
    var other = customer.tab();
    other.navigate(STAGE.site() + "/shared");
    assertThat(Customer.chat(other).locator(".message")).hasCount(2);

    customer.page().evaluate("switchboard('reset')");

    assertThat(Customer.chat(other).locator(".welcome")).isVisible();
    assertThat(Customer.chat(other).locator(".message")).hasCount(0);
  }

  @Test
  void goesOnWhenTheCustomerComesBackToThePage() {
    customer.openFrame();
    customer.ask();
    customer.page().evaluate("window.left = true");
    customer.page().navigate(STAGE.server() + "/ask");

    customer.page().goBack(new GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));

    assertThat(customer.answer()).containsText("2 to 4 working days");
    assertThat(customer.page().evaluate("window.left")).isEqualTo(true);
    customer.say("Can I return it?");
    assertThat(customer.shown(".message.by-bot .reply").first()).isVisible();
    assertThat(customer.shown(".message")).hasCount(4);
    customer.expectCutConnections();
  }

  @Test
  void forgetsTheCustomerEvenBeforeItIsToldThatAnotherTabHas() {
    STAGE.put("/forgotten", HostPages.OPEN.formatted(STAGE.server()));
    customer.open("/forgotten");
    customer.ask();
    var before = kept();

    // A page is never told of what it has stored itself: to this one it comes as a surprise.
    customer.page().evaluate("localStorage.setItem('switchboard', '{}')");
    customer.say("Can I return it?");

    assertThat(customer.shown(".welcome")).isVisible();
    assertThat(customer.shown(".message")).hasCount(0);
    customer.page().waitForCondition(() -> kept().contains("resume"));
    assertThat(kept()).isNotEqualTo(before);
  }

  private String kept() {
    return customer.page().evaluate("localStorage.getItem('switchboard')").toString();
  }
}
