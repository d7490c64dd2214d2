package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.switchboard.channel.web.Chromium;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A customer with a browser of their own, in which nothing may go wrong unseen. */
final class Customer implements AutoCloseable {
  private static final Pattern CONVERSATION =
      Pattern.compile("/conversations/([0-9a-f-]{36})/events");

  private final Stage stage;
  private final BrowserContext browser;
  private final Page page;
  private volatile String conversation = "";
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  Customer(Chromium chromium, Stage stage) {
    this(chromium, stage, new Browser.NewContextOptions());
  }

  Customer(Chromium chromium, Stage stage, Browser.NewContextOptions looks) {
    this.stage = stage;
    if (looks.locale == null) {
      looks.setLocale("en-GB");
    }
    browser = chromium.browser().newContext(looks.setPermissions(List.of("clipboard-write")));
    browser.onRequest(request -> {
      var named = CONVERSATION.matcher(request.url());
      if (named.find()) {
        conversation = named.group(1);
      }
    });
    page = tab();
  }

  /** Another tab of the same browser. */
  Page tab() {
    var tab = browser.newPage();
    tab.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " " + message.location());
      }
    });
    tab.onPageError(complaints::add);
    return tab;
  }

  BrowserContext browser() {
    return browser;
  }

  Page page() {
    return page;
  }

  /** What a browser says of a connection that was cut is not a fault of the page. */
  void expectCutConnections() {
    complaints.removeIf(complaint -> complaint.contains("net::ERR_"));
  }

  List<String> complaints() {
    return complaints;
  }

  /** Opens the chat alone. */
  void openFrame() {
    page.navigate(stage.server() + "/widget/frame");
  }

  /** Opens a page of the other site. */
  void open(String path) {
    page.navigate(stage.site() + path);
  }

  /** The chat, wherever it is in the page. */
  Frame chat() {
    return chat(page);
  }

  static Frame chat(Page page) {
    page.waitForCondition(() -> found(page).isPresent());
    return found(page).orElseThrow();
  }

  static Optional<Frame> found(Page page) {
    return page.frames().stream().filter(frame -> frame.url().contains("/widget/frame")).findAny();
  }

  void say(String text) {
    chat().locator("#text").fill(text);
    chat().locator("#send").click();
  }

  /** The id of the conversation that is shown. */
  String conversation() {
    page.waitForCondition(() -> !conversation.isEmpty());
    return conversation;
  }

  /** What of the chat the selector names. */
  Locator shown(String selector) {
    return chat().locator(selector);
  }

  /** The latest of what the bot wrote. */
  Locator answer() {
    return shown(".message.by-bot:not([aria-busy])").last();
  }

  /** Asks something that is answered. */
  void ask() {
    say("How long is the delivery?");
    assertThat(answer()).containsText("2 to 4 working days");
  }

  @Override
  public void close() {
    browser.close();
    assertThat(complaints).isEmpty();
  }
}
