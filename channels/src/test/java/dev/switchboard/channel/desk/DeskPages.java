package dev.switchboard.channel.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.switchboard.channel.web.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Pages in a real browser, each a device of its own; what they complain of is kept. */
final class DeskPages implements AutoCloseable {
  private final Chromium chromium;
  private final URI server;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  DeskPages(Chromium chromium, URI server) {
    this.chromium = chromium;
    this.server = server;
  }

  /** The desk of an agent who has signed in. */
  Page desk(AgentPage agent, NewContextOptions look) {
    var context = context(look);
    context.addCookies(
        List.of(new Cookie("switchboard-session", agent.token()).setUrl(server.toString())));
    return opened(context, "/desk");
  }

  Page page(NewContextOptions look, String path) {
    return opened(context(look), path);
  }

  private BrowserContext context(NewContextOptions look) {
    var context = chromium.browser().newContext(look.setLocale("en-GB"));
    contexts.add(context);
    return context;
  }

  private Page opened(BrowserContext context, String path) {
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(server + path);
    return page;
  }

  /** Opens a case at the desk. */
  static void open(Page desk, String id) {
    desk.evaluate("id => location.hash = id", id);
    assertThat(desk.locator(".composer")).isVisible();
  }

  /** What the pages have written to their consoles as errors; may be emptied. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
