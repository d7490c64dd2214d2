package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.switchboard.channel.web.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat in pages of other people, some of them unfriendly. */
@Timeout(120)
class HostPageTest {
  /** Makes the launcher visible to the test: its shadow tree is closed to all others. */
  private static final String OPENED =
      "const attach = Element.prototype.attachShadow;"
          + "Element.prototype.attachShadow = function () {"
          + " return attach.call(this, { mode: 'open' }); };";

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private Customer customer;
  private Page page;

  @BeforeEach
  void open() {
    customer = new Customer(CHROMIUM, STAGE);
    page = customer.page();
  }

  @AfterEach
  void close() {
    customer.close();
  }

  private void open(String html) {
    STAGE.put("/page", html);
    customer.open("/page");
  }

  private static String page(String head, String body) {
    return "<!doctype html><html lang=en><head><title>A shop</title><link rel=icon href='data:,'>"
        + head
        + "</head><body><h1>A shop</h1>"
        + body
        + "</body></html>";
  }

  private static String loader() {
    return "<script src='" + STAGE.server() + "/widget/v1.js'></script>";
  }

  @Test
  void worksUnderAPolicyThatAllowsOnlyItsScriptAndItsFrame() {
    STAGE.put("/boot.js", "switchboard('boot'); switchboard('show');");
    STAGE.put(
        "/strict",
        page("", loader() + "<script src='/boot.js'></script>"),
        "default-src 'none'; img-src data:; script-src 'self' %1$s; frame-src %1$s"
            .formatted(STAGE.server()));
    customer.open("/strict");

    customer.ask();

    assertThat(page.evaluate("getComputedStyle(document.body.nextElementSibling).display"))
        .isEqualTo("block");
  }

  @Test
  void isSeenWhereEverythingIsHidden() {
    page.addInitScript(OPENED);
    var hostile =
        // A page whose root is hidden as well would show nothing at all.
        "<style>* { display: none !important; opacity: 0 !important; pointer-events: none }"
            + " html { display: block !important; opacity: 1 !important }"
            + " iframe, button, dialog { position: static !important; width: 1px !important }"
            + "</style>";
    open(page(loader() + hostile, "<script>switchboard('boot')</script>"));

    page.locator("button[aria-controls=panel]").click();
    customer.ask();

    assertThat(page.locator("iframe")).isInViewport();
  }

  @Test
  void worksWhereTheBrowserKeepsNothing() {
    page.addInitScript(
        "Object.defineProperty(window, 'localStorage',"
            + " { get() { throw new DOMException('denied', 'SecurityError'); } });");
    open(HostPages.OPEN.formatted(STAGE.server()));

    customer.ask();

    page.evaluate("switchboard('hide')");
    page.evaluate("switchboard('show')");
    assertThat(customer.shown(".message")).hasCount(2);
  }

  @Test
  void isNotShownByASiteThatMayNot() {
    STAGE.put("/foreign", HostPages.OPEN.formatted(STAGE.server()));
    page.navigate(STAGE.otherSite() + "/foreign");

    page.waitForCondition(() ->
        customer.complaints().stream()
            .anyMatch(complaint -> complaint.contains("frame-ancestors")));

    assertThat(Customer.found(page)).isEmpty();
    customer.complaints().clear();
  }

  @Test
  void tellsThePageWhatHappens() {
    open(page(loader(), ""));
    page.evaluate(
        "() => { window.told = [];"
            + "for (const name of ['ready', 'open', 'close', 'message', 'escalated'])"
            + " window.addEventListener(`switchboard:${name}`, () => told.push(name));"
            + "switchboard('on', 'open', () => told.push('listener'));"
            + "switchboard('on', 'open', window.off = () => told.push('never'));"
            + "switchboard('off', 'open', off);"
            + "switchboard('boot', { locale: 'de', theme: 'dark' }); switchboard('toggle'); }");

    assertThat(customer.shown("#person")).containsText("Mit einem Menschen");
    customer.ask();
    customer.shown("#person").click();
    page.waitForFunction("told.includes('escalated')");
    page.evaluate("switchboard('toggle')");

    assertThat(strings("told"))
        .startsWith("ready", "open", "listener", "message")
        .endsWith("escalated", "close")
        .doesNotContain("never");
    assertThat(
            customer
                .chat()
                .evaluate("() => getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");
    assertThat(
            page.evaluate("() => { try { switchboard('nothing'); } catch (e) { return e.name; } }"))
        .isEqualTo("TypeError");
  }

  @SuppressWarnings("unchecked")
  private List<String> strings(String expression) {
    return (List<String>) page.evaluate(expression);
  }

  @Test
  void countsWhatTheCustomerHasNotSeen() {
    page.addInitScript(OPENED);
    open(HostPages.OPEN.formatted(STAGE.server()));
    customer.ask();
    customer.shown("#person").click();
    assertThat(customer.shown("#state")).containsText("queue");
    page.evaluate("switchboard('hide')");
    var agent = new Agent(STAGE, customer.conversation());
    agent.claims();
    agent.replies("Hello, this is Ann.");

    var launcher = page.locator("button[aria-controls=panel]");
    assertThat(launcher).hasAccessibleName("Open the support chat, new messages: 1");
    launcher.click();
    assertThat(launcher).hasAccessibleName("Close the support chat");
    page.evaluate("switchboard('hide')");
    assertThat(launcher).hasAccessibleName("Open the support chat");
  }

  @Test
  void canBeStartedAnewAndShutDown() {
    open(HostPages.OPEN.formatted(STAGE.server()));
    customer.ask();

    page.evaluate("switchboard('startNew', 'About my order')");
    assertThat(customer.shown(".message")).hasCount(0);
    assertThat(customer.shown("#text")).hasValue("About my order");
    page.evaluate("switchboard('setLocale', 'fr')");
    assertThat(customer.shown("#person")).containsText("Parler");
    page.evaluate("switchboard('reset')");
    assertThat(customer.shown("#text")).isVisible();
    page.evaluate("switchboard('shutdown')");
    page.waitForCondition(() -> Customer.found(page).isEmpty());
    assertThat(page.evaluate("document.documentElement.children.length")).isEqualTo(2);
  }

  @Test
  void isThereOnceHoweverOftenItIsIncluded() {
    var once = loader() + "<script>switchboard('boot')</script>";
    open(page(once + once, once));

    page.waitForFunction("document.documentElement.children.length === 3");
    page.evaluate("switchboard('boot')");
    assertThat(page.evaluate("document.documentElement.children.length")).isEqualTo(3);
  }

  @Test
  void staysWhenThePageReplacesWhatItShows() {
    page.addInitScript(OPENED);
    open(HostPages.OPEN.formatted(STAGE.server()));
    customer.ask();

    page.evaluate(
        "() => { document.documentElement.replaceChildren(document.head,"
            + " document.createElement('body')); }");

    assertThat(page.frameLocator("iframe").locator(".message")).hasCount(2);
    assertThat(page.evaluate("document.documentElement.children.length")).isEqualTo(3);
  }

  @Test
  void leavesTheKeyboardToThePageAndGivesTheFocusBack() {
    page.addInitScript(OPENED);
    open(HostPages.OPEN.formatted(STAGE.server()));
    assertThat(customer.shown("#text")).isFocused();

    page.keyboard().press("Escape");

    var launcher = page.locator("button[aria-controls=panel]");
    assertThat(launcher).isFocused();
    assertThat(launcher).hasAttribute("aria-expanded", "false");
    page.keyboard().press("Enter");
    assertThat(customer.shown("#text")).isFocused();
  }
}
