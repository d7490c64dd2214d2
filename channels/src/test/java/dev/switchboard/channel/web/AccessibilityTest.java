package dev.switchboard.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No state of the page has a fault that axe can find. */
@MicronautTest
class AccessibilityTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,360,740", "DARK,360,740"})
  void isThereForEverybody(ColorScheme colours, int width, int height) {
    var look =
        new NewContextOptions()
            .setColorScheme(colours)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(width, height);
    try (var visit = CHROMIUM.browser().newContext(look)) {
      walkThrough(visit.newPage());
    }
  }

  private void walkThrough(Page page) {
    page.navigate(server.getURI() + "/ask");
    assertThat(page.locator("#examples")).isVisible();
    assertNoFault(page);

    ask(page, "How long is the delivery?", 1);
    page.locator(".chip").click();
    assertNoFault(page);

    ask(page, "Can I return it? Do you sell gift cards?", 2);
    page.locator("#question").fill("a".repeat(4_001));
    assertNoFault(page);

    page.locator(".how").last().click();
    assertNoFault(page);
    page.keyboard().press("Escape");

    page.route("**/api/v1/ask", route -> route.abort());
    page.locator("#question").fill("How long?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".failed")).isVisible();
    assertNoFault(page);
  }

  private static void ask(Page page, String question, int answers) {
    page.locator("#question").fill(question);
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer")).hasCount(answers);
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
