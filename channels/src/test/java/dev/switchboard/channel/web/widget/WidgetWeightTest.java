package dev.switchboard.channel.web.widget;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import dev.switchboard.channel.web.Chromium;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page that shows the chat makes a browser load, with everything in use. */
@Timeout(60)
class WidgetWeightTest {
  private static final int LOADER_BYTES = 5 * 1024;
  private static final int FRAME_BYTES = 40 * 1024;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final Stage STAGE = new Stage();

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> loaded = new ConcurrentHashMap<>();

  @Test
  void isLightAndAsksNobodyElse() {
    STAGE.put("/weight", HostPages.OPEN.formatted(STAGE.server()));
    try (var customer = new Customer(CHROMIUM, STAGE)) {
      customer.browser().onRequest(this::note);
      customer.browser().onResponse(this::weigh);
      customer.open("/weight");
      useEverything(customer);
    }

    assertThat(asked).isSubsetOf(STAGE.server(), STAGE.site());
    int loader = Objects.requireNonNull(loaded.remove("/widget/v1.js"));
    int frame = loaded.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(loaded)
        .containsKeys("/widget/frame", "/widget/frame.css", "/widget/assets/frame.js");
    assertThat(loader).as("the loader").isLessThanOrEqualTo(LOADER_BYTES);
    assertThat(frame).as("the frame: %s", loaded).isLessThanOrEqualTo(FRAME_BYTES);
  }

  private static void useEverything(Customer customer) {
    customer.ask();
    var chat = customer.chat();
    // Whether or not the server takes files, the code that would send them is weighed.
    chat.evaluate(
        "() => Promise.all(['screenshot', 'shrink'].map((name) =>"
            + " import(`/widget/assets/${name}.js`)))");
    chat.locator("#chooser")
        .setInputFiles(
            new FilePayload("note.txt", "text/plain", "A note".getBytes(StandardCharsets.UTF_8)));
    chat.locator(".chip").first().click();
    assertThat(chat.locator(".proof").first()).isVisible();
  }

  private void note(Request request) {
    if (request.url().startsWith("http")) {
      var address = URI.create(request.url());
      asked.add(address.getScheme() + "://" + address.getAuthority());
    }
  }

  private void weigh(Response response) {
    var address = URI.create(response.url());
    var path = String.valueOf(address.getPath());
    boolean file = path.equals("/widget/v1.js") || !path.startsWith("/widget/v1/");
    if (response.url().startsWith(STAGE.server()) && file) {
      var headers = response.headers();
      assertThat(headers).as(path).containsEntry("content-encoding", "gzip");
      loaded.put(path, Integer.parseInt(String.valueOf(headers.get("content-length"))));
    }
  }
}
