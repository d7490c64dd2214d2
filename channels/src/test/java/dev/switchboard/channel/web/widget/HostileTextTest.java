package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.switchboard.channel.web.Chromium;
import dev.switchboard.channel.web.ShopEngine;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No words of anybody run as a script, whoever wrote them and wherever they are shown. */
@Timeout(120)
class HostileTextTest {
  /** So many that a customer may send them within a minute. */
  private static final int AT_ONCE = 8;

  private static final List<String> PAYLOADS = payloads();

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private final AtomicInteger executions = new AtomicInteger();
  private Customer customer;

  private static List<String> payloads() {
    try (var file = HostileTextTest.class.getResourceAsStream("/hostile/payloads.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> some(List<String> payloads, int atOnce) {
    return payloads.stream().gather(Gatherers.windowFixed(atOnce)).toList();
  }

  @BeforeEach
  void open() {
    customer = new Customer(CHROMIUM, STAGE);
    customer.browser().exposeFunction("canary", given -> executions.incrementAndGet());
    customer.browser().exposeFunction("alive", given -> "yes");
  }

  @AfterEach
  void ranNothing() {
    assertThat(customer.chat().evaluate("alive()")).isEqualTo("yes");
    customer.close();
    assertThat(executions).hasValue(0);
  }

  @Test
  void ofCustomers() {
    customer.openFrame();
    int sent = 0;
    for (var some : some(PAYLOADS, AT_ONCE)) {
      customer.say(String.join("\n", some));
      assertThat(customer.shown(".message.by-customer")).hasCount(++sent);
      assertThat(customer.shown(".message.by-customer .text").last()).containsText(some.getLast());
    }
    var onTheWay = new Locator.FilterOptions().setHasText("Sending");
    assertThat(customer.shown(".delivery").filter(onTheWay)).hasCount(0);
    useEverything();
  }

  @Test
  void ofAgents() {
    customer.openFrame();
    customer.ask();
    customer.shown("#person").click();
    assertThat(customer.shown("#state")).containsText("queue");
    var agent = new Agent(STAGE, customer.conversation());
    agent.claims();
    PAYLOADS.forEach(agent::replies);

    assertThat(customer.shown(".message.by-agent")).hasCount(PAYLOADS.size());
    assertThat(customer.shown(".message.by-agent .text"))
        .containsText(new String[] {PAYLOADS.getFirst()});
    useEverything();
  }

  @Test
  void ofArticles() {
    for (var some : some(PAYLOADS, PAYLOADS.size() / 2)) {
      customer.openFrame();
      var asked = some(some, 3);
      for (var few : asked) {
        customer.say(ShopEngine.ALOUD + String.join("\n\n", few));
      }
      assertThat(customer.shown(".message.by-bot .tools")).hasCount(asked.size());
      assertThat(customer.shown(".chip")).hasCount(asked.size());
      customer.shown(".chip").all().forEach(Locator::click);
      useEverything();
    }
  }

  @Test
  void ofTheTeamsSettings() throws IOException {
    var json = STAGE.bean(JsonMapper.class);
    for (var some : some(PAYLOADS, PAYLOADS.size() / 4)) {
      var payload = String.join(" ", some);
      var config =
          Map.of(
              "name", payload,
              "brand", payload,
              "ai_notice", payload,
              "availability", payload,
              "texts", Map.of("welcome", payload, "person", payload, payload, payload),
              "features", Map.of());
      var body = json.writeValueAsString(config);
      customer.page().unrouteAll();
      customer
          .page()
          .route(
              "**/widget/v1/config",
              route ->
                  route.fulfill(
                      new Route.FulfillOptions().setContentType("application/json").setBody(body)));
      customer.openFrame();
      assertThat(customer.shown("#notice")).hasText(payload.strip());
    }
  }

  /** Whatever can be done with what is shown, beside following links out of the chat. */
  private void useEverything() {
    customer
        .chat()
        .evaluate(
            "() => { for (const each of document.querySelectorAll('.log *')) {"
                + " each.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));"
                + " each.dispatchEvent(new Event('animationstart'));"
                + " each.focus?.(); } }");
    assertThat(customer.shown(".log script, .log iframe, .log svg script, .log form[action]"))
        .hasCount(0);
    assertThat(customer.shown(".log a:not([href^='http']):not([href^='mailto:'])")).hasCount(0);
    assertThat(customer.shown(".log img, .log object, .log embed, .log style, .log link"))
        .hasCount(0);
  }
}
