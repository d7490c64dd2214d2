package dev.switchboard.channel.web.widget;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The shop's server, and a site of another origin that may show its chat: started once for all
 * tests that need a browser.
 */
public final class Stage implements BeforeAllCallback {
  private static final Namespace SHARED = Namespace.create(Stage.class);
  private static final String DATABASE =
      "jdbc:h2:mem:stage;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private @Nullable Set set;

  private record Set(EmbeddedServer server, HttpServer site, Map<String, Page> pages)
      implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      site.stop(0);
    }
  }

  private record Page(String html, String policy) {}

  @Override
  public void beforeAll(ExtensionContext test) {
    set =
        test.getRoot().getStore(SHARED).getOrComputeIfAbsent(Set.class, key -> build(), Set.class);
  }

  private static Set build() {
    try {
      var pages = new ConcurrentHashMap<String, Page>();
      var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      site.createContext(
          "/",
          exchange -> {
            var page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page("", ""));
            var type =
                exchange.getRequestURI().getPath().endsWith(".js")
                    ? "text/javascript"
                    : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            if (!page.policy().isEmpty()) {
              exchange.getResponseHeaders().set("Content-Security-Policy", page.policy());
            }
            var bytes = page.html().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            try (var body = exchange.getResponseBody()) {
              body.write(bytes);
            }
          });
      site.start();
      var settings =
          Map.<String, Object>of(
              "datasources.default.url",
              DATABASE,
              "micronaut.server.port",
              -1,
              "switchboard.widget.origins",
              "http://127.0.0.1:" + site.getAddress().getPort(),
              "switchboard.widget.requests-per-minute",
              100_000);
      return new Set(ApplicationContext.run(EmbeddedServer.class, settings), site, pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set set() {
    return Objects.requireNonNull(set);
  }

  /** The server's address, without a slash at its end. */
  public String server() {
    return set().server().getURI().toString();
  }

  /** The other site's address, which may show the chat. */
  String site() {
    return "http://127.0.0.1:" + set().site().getAddress().getPort();
  }

  /** The same site under a name that may not. */
  String otherSite() {
    return "http://localhost:" + set().site().getAddress().getPort();
  }

  /** Puts a page on the site. */
  void put(String path, String html) {
    put(path, html, "");
  }

  /** Puts a page on the site that the browser treats as its policy says. */
  void put(String path, String html, String policy) {
    set().pages().put(path, new Page(html, policy));
  }

  /** A part of the server. */
  public <T> T bean(Class<T> type) {
    return set().server().getApplicationContext().getBean(type);
  }
}
