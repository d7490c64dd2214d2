package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebFetcherTest {
  Site site;

  @BeforeEach
  void openSite() throws IOException {
    site = new Site();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void fetchesAPageInUtf8() {
    site.at(
        "/a",
        exchange ->
            Site.answer(exchange, "text/plain; charset=iso-8859-1", "Größe".getBytes(ISO_8859_1)));

    assertThat(fetch("/a"))
        .isInstanceOfSatisfying(
            Fetched.Page.class,
            page -> {
              assertThat(page.type()).isEqualTo("text/plain");
              assertThat(new String(page.bytes(), UTF_8)).isEqualTo("Größe");
            });
  }

  @Test
  void followsThreeRedirectsAndNotFour() {
    site.redirect("/3", "/2").redirect("/2", "/1").redirect("/1", "/0").redirect("/4", "/3");
    site.page("/0", "text/html", "<p>Here</p>");

    assertThat(fetch("/3")).isInstanceOf(Fetched.Page.class);
    assertThat(reason(fetch("/4"))).isEqualTo("the page redirects more than 3 times");
  }

  @Test
  void checksWhereARedirectLeads() {
    site.redirect("/private", "http://localhost:" + site.port() + "/x")
        .redirect("/cloud", "http://169.254.169.254/latest/")
        .redirect("/file", "file:///etc/passwd")
        .redirect("/port", "http://127.0.0.1:22/")
        .redirect("/broken", "http://[")
        .page("/x", "text/plain", "secret");

    assertThat(reason(fetch("/private"))).contains("localhost lies in a private network");
    assertThat(reason(fetch("/cloud"))).contains("169.254.169.254 lies in a private network");
    assertThat(reason(fetch("/file"))).contains("only addresses with http");
    assertThat(reason(fetch("/port"))).contains("port 22");
    assertThat(reason(fetch("/broken"))).contains("not an address");
    assertThat(site.asked()).doesNotContain("/x");
  }

  @Test
  void refusesAnEndlessPageAndAHugeOne() {
    site.at(
        "/endless",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          Arrays.fill(block, (byte) 'x');
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write(block);
            }
          }
        });
    site.page("/huge", "text/plain", "x".repeat((10 << 20) + 1));

    assertThat(reason(fetch("/endless"))).isEqualTo("the page is larger than 10 MB");
    assertThat(reason(fetch("/huge"))).isEqualTo("the page is larger than 10 MB");
  }

  @Test
  void givesUpAPageThatDripsOrNeverComes() {
    var end = new CountDownLatch(1);
    site.at(
        "/slow",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          awaitQuietly(end);
        });
    var impatient =
        new WebFetcher(site.access(), SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(1));

    assertThat(reason(impatient.fetch(site.address("/slow"))))
        .isEqualTo("the page did not come within 1 seconds");
    end.countDown();
  }

  @Test
  void refusesWhatIsNoText() {
    site.page("/a.png", "image/png", "x")
        .page("/none", "", "x")
        .page("/js", "text/javascript", "x");
    site.at(
        "/zip",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          Site.answer(exchange, "text/html", new byte[9]);
        });

    assertThat(reason(fetch("/a.png"))).startsWith("the page is image/png, which is none of");
    assertThat(reason(fetch("/js"))).startsWith("the page is text/javascript");
    assertThat(fetch("/none")).isInstanceOf(Fetched.NoPage.class);
    assertThat(reason(fetch("/zip"))).contains("compressed");
  }

  @Test
  void saysWhatAServerAnswersAndWhenThereIsNone() throws IOException {
    assertThat(reason(fetch("/nothing"))).isEqualTo("the server answers with status 404");
    URI closed = site.address("/");
    site.close();
    assertThat(reason(new WebFetcher(site.access()).fetch(closed)))
        .isEqualTo("the host 127.0.0.1 cannot be reached");
    site = new Site();
  }

  @Test
  void refusesEndlessHeads() {
    site.at(
        "/",
        exchange -> {
          for (int i = 0; i < 300; i++) {
            exchange.getResponseHeaders().add("X-" + i, "x");
          }
          Site.answer(exchange, "text/plain", new byte[] {'x'});
        });

    assertThat(fetch("/")).isInstanceOf(Fetched.NoPage.class);
  }

  private Fetched fetch(String path) {
    return new WebFetcher(site.access()).fetch(site.address(path));
  }

  private static String reason(Fetched fetched) {
    return ((Fetched.NoPage) fetched).problem().reason();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
