package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The stand-in's own address, on this machine only. */
final class SandboxServer implements AutoCloseable {
  private static final int LONGEST_BODY = 1_000_000;
  private static final int LARGEST_FILE = 20 << 20;
  private static final String SERVED = "/files-pri/served/";
  private static final String JSON = "application/json; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WebApi api;
  private final Hooks hooks;
  private final Installs installs;
  private final Shelf shelf;
  private final SandboxPage page;

  SandboxServer(
      int port, Town town, WebApi api, Hooks hooks, Installs installs, Shelf shelf, Deeds deeds)
      throws IOException {
    this.api = api;
    this.hooks = hooks;
    this.installs = installs;
    this.shelf = shelf;
    page = new SandboxPage(town, deeds, shelf);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/api/", this::call);
    server.createContext("/_hook/", this::hook);
    server.createContext("/_upload/", this::upload);
    server.createContext("/files-pri/", this::file);
    server.createContext("/oauth/v2/authorize", this::authorize);
    server.createContext("/", exchange -> page.take(exchange, base()));
    server.start();
  }

  /** Its address, ending in a slash. */
  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  List<Call> calls() {
    return api.calls();
  }

  private void call(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestURI().getPath().substring("/api/".length());
    var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    var asked = form(body(exchange));
    var token =
        header
            .map(value -> value.replaceFirst("^Bearer ", ""))
            .orElseGet(() -> asked.getOrDefault("token", ""));
    var reply = api.call(method, token, asked);
    if (reply.lost()) {
      // What an outage looks like from outside: it was taken, and nobody says so.
      exchange.close();
      return;
    }
    if (!reply.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
    }
    send(exchange, reply.status(), JSON, reply.body());
  }

  private void hook(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring("/_hook/".length());
    try {
      hooks.take(id, JsonParser.parseString(body(exchange)).getAsJsonObject());
      send(exchange, 200, "text/plain", "ok");
    } catch (JsonParseException | IllegalStateException broken) {
      send(exchange, 400, "text/plain", "invalid_payload");
    }
  }

  private void upload(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring("/_upload/".length());
    boolean taken = shelf.put(id, exchange.getRequestBody().readNBytes(LARGEST_FILE));
    send(exchange, taken ? 200 : 400, "text/plain", taken ? "OK" : "not what was announced");
  }

  // As the real one: by way of another address, and without the right a page to sign in.
  private void file(HttpExchange exchange) throws IOException {
    var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    if (header.flatMap(value -> installs.team(value.replaceFirst("^Bearer ", ""))).isEmpty()) {
      send(exchange, 200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title>");
      return;
    }
    var path = exchange.getRequestURI().getPath();
    if (!path.startsWith(SERVED)) {
      exchange
          .getResponseHeaders()
          .set("Location", path.replaceFirst("/files-pri/", SERVED).replace(" ", "%20"));
      send(exchange, 302, "text/plain", "");
      return;
    }
    var content = shelf.content(path.substring(SERVED.length()).split("/", 2)[0]);
    send(
        exchange,
        content.isEmpty() ? 404 : 200,
        "application/octet-stream",
        content.orElseGet(() -> new byte[0]));
  }

  // Whoever comes here is of the second workspace, and allows the app in.
  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
    var redirect = asked.getOrDefault("redirect_uri", "");
    if (!Town.CLIENT.equals(asked.get("client_id")) || !redirect.startsWith("http")) {
      send(exchange, 400, "text/plain", "That is not the way this app is installed.");
      return;
    }
    var code = installs.allowed(Town.SECOND_TEAM, redirect);
    var state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", redirect + "?code=" + code + "&state=" + state);
    send(exchange, 302, "text/plain", "");
  }

  static String body(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // The SDK sends some fields twice.
  private static Map<String, String> form(String body) {
    var fields = new HashMap<String, String>();
    for (var pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  static void send(HttpExchange exchange, JsonObject body) throws IOException {
    send(exchange, 200, JSON, body.toString());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
