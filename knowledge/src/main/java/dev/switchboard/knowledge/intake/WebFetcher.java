package dev.switchboard.knowledge.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches single pages from the public web and cannot be sent into the own network.
 *
 * <p>Every address, redirects included, is checked, its host looked up once and connected to only
 * at a checked address. A page has at most 10 MB and comes within 20 seconds, or it does not come.
 * Safe for use by many threads.
 */
public final class WebFetcher {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  private final AddressCheck check;
  private final DnsResolver names;
  private final Duration time;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<CloseableHttpClient> http = Optional.empty();

  /** A fetcher that may go where the access says. */
  public WebFetcher(WebAccess access) {
    this(access, SystemDefaultDnsResolver.INSTANCE, TIME);
  }

  WebFetcher(WebAccess access, DnsResolver names, Duration time) {
    this.check = new AddressCheck(access);
    this.names = new GuardedNames(access, names);
    this.time = time;
  }

  /** Fetches the page at the address; it never fails for what is there. */
  public Fetched fetch(URI address) {
    var fetch = new Fetch(http(), check, address);
    var task = new FutureTask<>(fetch);
    Thread.ofVirtual().name("fetch").start(task);
    try {
      return task.get(time.toMillis(), MILLISECONDS);
    } catch (TimeoutException e) {
      return noPage(address, "the page did not come within %d seconds".formatted(time.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return noPage(address, "the reading was stopped");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      fetch.stop();
    }
  }

  /** Made for the first page: reading certificates would slow every start. */
  private CloseableHttpClient http() {
    lock.lock();
    try {
      var made = http.orElseGet(() -> client(names));
      http = Optional.of(made);
      return made;
    } finally {
      lock.unlock();
    }
  }

  private static Fetched noPage(URI address, String reason) {
    return new Fetched.NoPage(Problem.of(address.toString(), reason));
  }

  // Nothing that would go on its own: no proxy of the machine, redirect, cookie, login or retry.
  private static CloseableHttpClient client(DnsResolver names) {
    return HttpClients.custom()
        .setConnectionManager(connections(names))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("Switchboard")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .build();
  }

  private static HttpClientConnectionManager connections(DnsResolver names) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(16 << 10).setMaxHeaderCount(200).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(names)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(Timeout.of(TIME))
                .build())
        .build();
  }
}
