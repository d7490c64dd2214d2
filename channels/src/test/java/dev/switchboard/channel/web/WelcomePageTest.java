package dev.switchboard.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.channel.web.widget.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that somebody sees who has just started the server. */
@Timeout(60)
class WelcomePageTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private final List<String> complaints = new ArrayList<>();

  private Page open(NewContextOptions looks) {
    var page = CHROMIUM.browser().newContext(looks.setLocale("en-GB")).newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(STAGE.server() + "/");
    return page;
  }

  private void leave(Page page) {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void showsTheChatWithAnExampleReadyToBeSent() {
    var page = open(new NewContextOptions());
    page.locator(".choice").first().click();
    assertThat(chat(page).locator("#text")).hasValue("How long is the delivery?");
    assertThat(chat(page).locator("#text")).isFocused();

    page.keyboard().press("Enter");

    assertThat(chat(page).locator(".message.by-bot")).containsText("2 to 4 working days");
    leave(page);
  }

  @Test
  void bringsAnExampleIntoAChatThatWasNotOpenYet() {
    var page = open(new NewContextOptions().setViewportSize(390, 844));
    page.locator(".choice").first().click();

    assertThat(chat(page).locator("#text")).hasValue("How long is the delivery?");
    leave(page);
  }

  @Test
  void tellsHowToEmbedTheChatFromThisServer() {
    var page =
        open(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
    page.locator("#copy").click();

    assertThat(page.locator("#copied")).hasText("Copied");
    assertThat(page.evaluate("navigator.clipboard.readText()").toString())
        .contains("switchboard('boot')", "src=\"" + STAGE.server() + "/widget/v1.js\"");
    leave(page);
  }

  @Test
  void leadsToEverythingElse() {
    var page = open(new NewContextOptions());
    for (var place : List.of("/desk", "/ask", "/api/v1/openapi.yml", "/health")) {
      assertThat(page.locator("a[href='" + place + "']")).isVisible();
    }
    leave(page);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "DARK,390,844", "LIGHT,320,568"})
  void isThereForEverybody(ColorScheme colours, int width, int height) {
    var page = open(new NewContextOptions().setColorScheme(colours).setViewportSize(width, height));
    assertThat(page.locator("#examples")).isVisible();

    var faults =
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + node))
                .toList();

    assertThat(faults).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    leave(page);
  }

  private static Frame chat(Page page) {
    page.waitForCondition(() -> frame(page).isPresent());
    return frame(page).orElseThrow();
  }

  private static Optional<Frame> frame(Page page) {
    return page.frames().stream().filter(each -> each.url().contains("/widget/frame")).findAny();
  }
}
