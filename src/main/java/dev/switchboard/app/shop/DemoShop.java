package dev.switchboard.app.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The site of the shop, on this machine alone: who is signed in there is vouched for in the chat.
 */
public final class DemoShop implements AutoCloseable {
  /** The setting under which the tools are there. */
  public static final String ON = "switchboard.demo-shop";

  private static final String AUDIENCE = "demo-shop";
  private static final int SECRET = 32;
  private static final Duration VALID = Duration.ofMinutes(50);
  private static final Map<String, String> CUSTOMERS =
      Map.of("ada", "Ada Adler", "ben", "Ben Berg");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String secret;
  private final Clock clock;
  private final Orders orders;
  private final String page;
  private volatile URI widget = URI.create("http://127.0.0.1");

  private DemoShop(int port, String secret, Clock clock) throws IOException {
    this.secret = secret;
    this.clock = clock;
    orders = new Orders(clock);
    try (var in = DemoShop.class.getResourceAsStream("shop.html")) {
      page = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Opens it, and has the server that is about to start know its customers and its tools. */
  public static DemoShop set(Map<String, Object> settings) {
    var bytes = new byte[SECRET];
    new SecureRandom().nextBytes(bytes);
    try {
      var shop = new DemoShop(0, HexFormat.of().formatHex(bytes), Clock.systemUTC());
      settings.putAll(shop.settings());
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException("the demo shop cannot open", e);
    }
  }

  private Map<String, Object> settings() {
    return Map.ofEntries(
        Map.entry(ON, "true"),
        Map.entry("switchboard.widget.origins", origin()),
        Map.entry("switchboard.widget.identity.mode", "optional"),
        Map.entry("switchboard.widget.identity.audience", AUDIENCE),
        Map.entry("switchboard.widget.identity.secret", secret),
        Map.entry(
            "switchboard.tools.list-orders.words",
            List.of("my orders", "which orders", "orders do i have")),
        Map.entry("switchboard.tools.list-orders.title", "Your orders"),
        Map.entry(
            "switchboard.tools.order-status.words",
            List.of("my order", "my parcel", "order 1", "order number", "meine bestellung")),
        Map.entry("switchboard.tools.order-status.title", "Your order"),
        Map.entry("switchboard.tools.return-item.effect", "CHANGES"),
        Map.entry(
            "switchboard.tools.return-item.words",
            List.of("return", "send back", "send it back", "zurückschicken", "zurückgeben")),
        Map.entry("switchboard.tools.return-item.title", "Your returns"),
        Map.entry(
            "switchboard.tools.return-item.offer", "Return the {item} of order {order_number}"));
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Shows the chat of that server on its page. */
  public void show(URI server) {
    widget = server;
  }

  /** Its page, with a customer signed in. */
  public URI page() {
    return URI.create(origin() + "/?as=ada");
  }

  /** The token by which the shop vouches for a customer of that name. */
  public String token(String customer) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .subject(customer)
            .audience(AUDIENCE)
            .claim("name", CUSTOMERS.get(customer))
            .claim("email", customer + "@example.org")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID)))
            .build();
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the secret is long enough", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
      var customer =
          CUSTOMERS.containsKey(query.replace("as=", "")) ? query.replace("as=", "") : "";
      var bytes = page(customer).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String page(String customer) {
    var name = CUSTOMERS.getOrDefault(customer, "");
    return page.replace("{account}", account(customer))
        .replace("{title}", name.isEmpty() ? "You are not signed in" : "Hello, " + name)
        .replace(
            "{orders}", name.isEmpty() ? "<p>Sign in to see your orders.</p>" : table(customer))
        .replace("{widget}", widget.toString())
        .replace(
            "{user}",
            name.isEmpty()
                ? ""
                : "window.switchboard('setUser', { jwt: '%s' });".formatted(token(customer)));
  }

  private static String account(String customer) {
    return CUSTOMERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(each -> !each.getKey().equals(customer))
        .map(each ->
            "<a href=\"/?as=%s\">Sign in as %s</a>".formatted(each.getKey(), each.getValue()))
        .collect(
            Collectors.joining(" ", "", customer.isEmpty() ? "" : " <a href=\"/\">Sign out</a>"));
  }

  private String table(String customer) {
    return orders.of(customer).stream()
        .map(order ->
            "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                    order.number(),
                    String.join(", ", order.items()),
                    order.state().name().toLowerCase(java.util.Locale.ROOT)))
        .collect(
            Collectors.joining(
                "",
                "<table><caption>Your orders</caption><tr><th scope=\"col\">Number</th>"
                    + "<th scope=\"col\">Items</th><th scope=\"col\">State</th></tr>",
                "</table>"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
