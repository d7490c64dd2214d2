package dev.switchboard.knowledge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "LOCALHOST",
        "0.0.0.0",
        "0",
        "2130706433",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12::1]",
        "[ff02::1]",
        "[2001:db8::1]",
        "[2001::1]",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1"
      })
  void goesToNoPrivateAddress(String host) {
    var access = new WebAccess(Set.of(site.port()), Set.of());
    site.page("/", "text/plain", "secret");

    Fetched fetched =
        new WebFetcher(access).fetch(URI.create("http://" + host + ":" + site.port() + "/"));

    assertThat(reason(fetched)).contains("lies in a private network");
    assertThat(site.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.1", "localhost.", "0x7f.1", "017700000001", "0x7f000001"})
  void goesNowhereForNumbersInDisguise(String host) {
    var access = new WebAccess(Set.of(site.port()), Set.of());

    Fetched fetched =
        new WebFetcher(access).fetch(URI.create("http://" + host + ":" + site.port() + "/"));

    assertThat(fetched).isInstanceOf(Fetched.NoPage.class);
    assertThat(site.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://x.example/",
        "jar:http://x.example!/a",
        "data:text/plain,x",
        "gopher://x.example/",
        "mailto:a@x.example",
        "relative/path"
      })
  void readsOnlyWebAddresses(String address) {
    assertThat(reason(new WebFetcher(WebAccess.PUBLIC).fetch(URI.create(address))))
        .isEqualTo("only addresses with http:// or https:// are read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://good@evil.example/", "http://a:b@evil.example/"})
  void refusesUserNames(String address) {
    assertThat(reason(new WebFetcher(WebAccess.PUBLIC).fetch(URI.create(address))))
        .contains("an @ before the host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///x", "http://exa_mple%2e/", "http://höst.example/"})
  void refusesAddressesWithoutAReadableHost(String address) {
    assertThat(reason(new WebFetcher(WebAccess.PUBLIC).fetch(URI.create(address))))
        .contains("names no host");
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 25, 6379, 5432, 9200, 65536})
  void readsOnlyFromTheUsualPorts(int port) {
    URI address = URI.create("http://x.example:" + port + "/");

    assertThat(reason(new WebFetcher(WebAccess.PUBLIC).fetch(address)))
        .isEqualTo("port %d is not read from, only 80 and 443".formatted(port));
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
  void refusesAHostWithOnePublicAndOnePrivateAddress() throws IOException {
    InetAddress[] both = {
      InetAddress.getByAddress(new byte[] {8, 8, 8, 8}), InetAddress.getLoopbackAddress()
    };

    assertThat(reason(fetcher(host -> both).fetch(named("/")))).contains("private network");
  }

  @Test
  void looksANameUpOnceForEachConnection() throws IOException {
    var lookups = new AtomicInteger();
    InetAddress here = InetAddress.getLoopbackAddress();
    var access = new WebAccess(Set.of(site.port()), Set.of("rebinding.example"));
    site.page("/", "text/plain", "Hello");
    DnsResolver once =
        resolver(
            host -> lookups.incrementAndGet() == 1 ? new InetAddress[] {here} : new InetAddress[0]);

    Fetched fetched = new WebFetcher(access, once, Duration.ofSeconds(5)).fetch(named("/"));

    assertThat(fetched).isInstanceOf(Fetched.Page.class);
    assertThat(lookups).hasValue(1);
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

  private WebFetcher fetcher(Names names) {
    var access = new WebAccess(Set.of(site.port()), Set.of());
    return new WebFetcher(access, resolver(names), Duration.ofSeconds(5));
  }

  private URI named(String path) {
    return URI.create("http://rebinding.example:" + site.port() + path);
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

  private interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private static DnsResolver resolver(Names names) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return names.of(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
