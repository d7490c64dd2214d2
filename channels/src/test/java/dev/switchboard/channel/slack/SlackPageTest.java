package dev.switchboard.channel.slack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.switchboard.bot.account.Accounts;
import dev.switchboard.bot.account.Role;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.HandOff;
import dev.switchboard.bot.conversation.Inbox;
import dev.switchboard.bot.conversation.Incoming;
import dev.switchboard.channel.slack.sandbox.SlackSandbox;
import dev.switchboard.channel.web.Chromium;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of the stand-in, on which somebody tries the desk in Slack out. */
@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = SlackPageTest.DATABASE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SlackPageTest implements TestPropertyProvider {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  static final String DATABASE =
      "jdbc:h2:mem:slack-page;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private final SlackSandbox slack = SlackSandbox.start(0, Clock.systemUTC(), new SecureRandom());
  private final List<String> complaints = new ArrayList<>();

  @Inject EmbeddedServer server;
  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Inbox inbox;
  @Inject HandOff handOff;

  @Override
  public Map<String, String> getProperties() {
    var properties = slack.settings();
    properties.put("switchboard.slack.pace", "20ms");
    return properties;
  }

  @AfterAll
  void close() {
    slack.close();
  }

  private Page open(ColorScheme scheme) {
    var looks = new NewContextOptions().setLocale("en-GB").setColorScheme(scheme);
    var page = CHROMIUM.browser().newContext(looks).newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(slack.page().toString());
    return page;
  }

  @Test
  void letsSomebodyPlayAnAgentFromTheCardToTheReply() {
    slack.sendEventsTo(server.getURI().resolve("/slack/events"));
    accounts.add("ana@team.example", "Ana", Role.AGENT, "");
    slack.person("Ana", "ana@team.example");
    var id = inbox.accept(new Incoming("web", "ada", "m1", "<b>where</b> is it?")).conversationId();
    handOff.ask(id, Locale.ENGLISH);
    var page = open(ColorScheme.LIGHT);

    page.locator("article button.primary").click();
    assertThat(page.locator("#messages h3")).hasText("🙋 Ana has it");
    page.locator("#messages article .menu button").first().click();
    assertThat(page.locator("#replies")).containsText("<b>where</b> is it?");
    page.locator("#reply").fill("reply: here");
    page.locator("#reply").press("Enter");
    assertThat(page.locator("#replies .reaction")).hasText("✅ 1");
    page.locator("#messages article button.primary").click();
    page.locator("dialog textarea").fill("and there");
    page.locator("dialog select").selectOption("Resolve it");
    page.locator("dialog button.primary").click();
    assertThat(page.locator("#messages h3")).hasText("✅ Resolved by Ana");

    assertThat(conversations.find(id).orElseThrow().custody())
        .isEqualTo(new Custody.Resolved("Ana"));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.context().close();
    var dark = open(ColorScheme.DARK);
    assertThat(dark.locator("#messages h3")).isVisible();
    assertThat(new AxeBuilder(dark).analyze().getViolations()).isEmpty();
    dark.context().close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void letsNoOtherPagePlayAnybody() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var forged =
          HttpRequest.newBuilder(URI.create(slack.page() + "_act"))
              .header("Origin", "https://evil.example")
              .POST(BodyPublishers.ofString("{\"act\":\"home\"}"))
              .build();

      assertThat(client.send(forged, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
  }
}
