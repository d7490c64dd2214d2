package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.switchboard.channel.web.Chromium;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No screen of the chat has a fault that axe can find, nor is wider than it should be. */
@Timeout(120)
class WidgetScreensTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  @ParameterizedTest
  @CsvSource({"LIGHT,400,680,en-GB", "DARK,390,844,en-GB", "LIGHT,320,568,ar", "DARK,1280,800,de"})
  void areThereForEverybody(ColorScheme colours, int width, int height, String language) {
    var looks =
        new NewContextOptions()
            .setColorScheme(colours)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale(language)
            .setViewportSize(width, height);
    try (var customer = new Customer(CHROMIUM, STAGE, looks)) {
      walkThrough(customer);
    }
  }

  private static void walkThrough(Customer customer) {
    customer.openFrame();
    assertThat(customer.shown(".welcome")).isVisible();
    look(customer, "empty");

    customer.ask();
    customer.shown(".chip").click();
    customer.shown(".tool[aria-pressed]").last().click();
    assertThat(customer.shown(".reason")).isVisible();
    look(customer, "answer");
    customer.shown(".reason input").fill("Too long");
    customer.shown(".reason button").click();
    customer.say("Can I return it?");
    assertThat(customer.shown(".reply")).hasCount(2);
    customer.shown("#more").click();
    look(customer, "menu");
    customer.page().keyboard().press("Escape");

    customer.shown("#person").click();
    assertThat(customer.shown("#state")).not().isEmpty();
    customer.browser().setOffline(true);
    customer.say("Are you there?");
    assertThat(customer.shown("#offline")).isVisible();
    look(customer, "queue");
    customer.browser().setOffline(false);

    var agent = new Agent(STAGE, customer.conversation());
    agent.claims();
    agent.replies("I am.");
    assertThat(customer.shown(".message.by-agent")).isVisible();
    look(customer, "agent");
    agent.resolves();
    assertThat(customer.shown(".rating")).isVisible();
    look(customer, "rating");
    customer.expectCutConnections();
  }

  private static void look(Customer customer, String screen) {
    var faults =
        new AxeBuilder(customer.page())
            .setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + node))
                .toList();
    assertThat(faults).as(screen).isEmpty();
    assertThat(customer.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits", screen)
        .isEqualTo(true);
  }
}
