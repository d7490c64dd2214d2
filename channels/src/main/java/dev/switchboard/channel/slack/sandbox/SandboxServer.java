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
  private static final String JSON = "application/json; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WebApi api;
  private final Hooks hooks;
  private final SandboxPage page;

  SandboxServer(int port, Town town, WebApi api, Hooks hooks, Deeds deeds) throws IOException {
    this.api = api;
    this.hooks = hooks;
    page = new SandboxPage(town, deeds);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/api/", this::call);
    server.createContext("/_hook/", this::hook);
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
    var bytes = body.getBytes(StandardCharsets.UTF_8);
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
