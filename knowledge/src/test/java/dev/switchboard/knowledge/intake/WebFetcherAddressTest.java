package dev.switchboard.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that nobody is sent to, whatever they look like. */
class WebFetcherAddressTest {
  Site site;

  @BeforeEach
  void openSite() throws IOException {
    site = new Site();
  }

  @AfterEach
  void closeSite() {
    site.close();
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
