package dev.switchboard.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.switchboard.bot.Exchange;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page that shows receipts in a real browser. A breach of the policy shows as a complaint on
 * its console.
 */
@MicronautTest
class AskPageTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Inject EmbeddedServer server;
  @Inject ShopEngine engine;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext visit;
  private Page page;

  @BeforeEach
  void open() {
    visit = CHROMIUM.browser().newContext();
    page = visit.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(server.getURI() + "/ask");
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void answersWithSourcesThatOpenToTheQuotedWords() {
    ask("How long is the delivery?");

    var answer = page.locator(".answer");
    assertThat(answer.locator(".text strong")).hasText("2 to 4 working days");
    assertThat(answer.locator("td")).hasCount(6);
    var source = button("Source 1: Delivery");
    assertThat(source).hasAttribute("aria-expanded", "false");
    source.click();
    assertThat(answer.locator(".proof")).containsText("A parcel takes 2 to 4 working days");
    assertThat(answer.locator(".path li"))
        .hasText(new String[] {"Delivery", "Orders", "How long delivery takes"});
    assertThat(answer.locator(".origin a"))
        .hasAttribute("href", "https://shop.example/help/delivery");
    source.click();
    assertThat(answer.locator(".proof")).isHidden();
    button("Show source 1").click();
    assertThat(source).isFocused();
    assertThat(complaints).isEmpty();
  }

  @Test
  void showsQuotesFromOnePlaceAsOneSource() {
    ask("How do I get a refund?");

    assertThat(page.locator(".chip")).hasCount(1);
    page.locator(".chip").click();
    assertThat(page.locator(".proof"))
        .containsText(new String[] {"Send the item back", "The money is back"});
  }

  @Test
  void tellsHowTheTimeWasSpentInTheOrderOfTheWork() {
    ask("How long is the delivery?");
    button("How was this found?").click();

    assertThat(page.locator(".times").first().locator("dt"))
        .hasText(
            new String[] {
              "triage", "retrieval", "– meaning", "– rerank", "– words", "drafting", "total"
            });
  }

  @Test
  void asksWhatIsChosenAndRemembersTheConversation() {
    ask("How long is the delivery?");
    assertThat(page.locator(".answer")).hasCount(1);
    ask("Can I return it?");
    button("How do I get a refund?").click();

    assertThat(page.locator(".answer")).hasCount(3);
    assertThat(page.locator(".answer").last()).containsText("refund the full price");
    assertThat(engine.last.get().history())
        .containsExactly(
            new Exchange("How long is the delivery?", List.of("delivery-times")),
            new Exchange("Can I return it?", List.of()));
    assertThat(complaints).isEmpty();
  }

  @Test
  void beginsWithAnExample() {
    button("How do I get my money back?").click();

    assertThat(page.locator(".answer, .part-escalate").first()).isVisible();
    assertThat(page.locator("#welcome")).isHidden();
  }

  @Test
  void saysThatItIsAProgram() {
    assertThat(page.locator("#notice")).hasText("This is an automated assistant, not a person.");
    assertThat(page.getByText("Automated assistant", exactly())).isVisible();
  }

  @Test
  void canBeUsedWithTheKeyboardAlone() {
    assertThat(page.locator("#question")).isFocused();
    page.keyboard().type("Do you sell");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("gift cards?");
    page.keyboard().press("Enter");
    assertThat(page.locator(".question")).containsText("Do you sell\ngift cards?");
    assertThat(page.getByText("A person needs to answer this")).isVisible();

    page.keyboard().press("Shift+Tab");
    assertThat(button("How was this found?")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#receipt")).isVisible();
    assertThat(page.locator("#receipt-body")).containsText("No article reaches the threshold");
    assertThat(page.locator("#receipt-body tbody tr")).hasCount(3);
    page.keyboard().press("Escape");
    assertThat(page.locator("#receipt")).isHidden();
    assertThat(button("How was this found?")).isFocused();
    assertThat(complaints).isEmpty();
  }

  @Test
  void triesAgainWhenTheServerWasNotReached() {
    page.route("**/api/v1/ask", Route::abort);
    ask("How long is the delivery?");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be reached");

    page.unroute("**/api/v1/ask");
    button("Try again").click();
    assertThat(page.locator(".answer")).hasCount(1);
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
  }

  @Test
  void showsThatItIsOffline() {
    assertThat(page.locator("#offline")).isHidden();
    visit.setOffline(true);
    assertThat(page.locator("#offline")).isVisible();
    visit.setOffline(false);
    assertThat(page.locator("#offline")).isHidden();
  }

  @Test
  void countsWhenTheQuestionComesNearItsLimit() {
    page.locator("#question").fill("a".repeat(3_500));
    assertThat(page.locator("#counter")).isEmpty();
    page.locator("#question").fill("a".repeat(3_990));
    assertThat(page.locator("#counter")).hasText("10 characters left");
    page.locator("#question").fill("a".repeat(4_001));
    assertThat(page.locator("#counter")).hasText("1 character too many");
    assertThat(page.locator("#send")).isDisabled();
  }

  @Test
  void staysWithinANarrowScreen() {
    page.setViewportSize(320, 640);
    ask("x".repeat(500));
    ask("How long is the delivery?");
    assertThat(page.locator(".answer")).hasCount(2);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
  }

  @Test
  void runsNoScriptThatWasAsked() {
    ask("<img src=x onerror=alert(1)><script>alert(1)</script>");

    assertThat(page.locator(".question")).containsText("<img src=x onerror=alert(1)>");
    assertThat(page.locator(".question img")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  private void ask(String question) {
    assertThat(page.locator(".thinking")).hasCount(0);
    page.getByLabel("Your question").fill(question);
    page.keyboard().press("Enter");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
