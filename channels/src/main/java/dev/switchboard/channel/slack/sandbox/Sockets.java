package dev.switchboard.channel.slack.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Socket Mode: the app connects, and what happens goes to one of its connections.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Socket Mode</a>
 */
final class Sockets implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Town town;
  private final Server server;

  Sockets(Town town) throws InterruptedException {
    this.town = town;
    server = new Server();
    server.setReuseAddr(true);
    server.start();
    server.ready.await();
  }

  /** Where the app is to connect. */
  String address() {
    return "ws://127.0.0.1:" + server.getPort() + "/link";
  }

  /** Whether somebody listens. */
  boolean isConnected() {
    return !server.getConnections().isEmpty();
  }

  /** Asks the app to connect anew, as Slack does now and then. */
  void disconnect() {
    var asked = Json.of("type", "disconnect", "reason", "refresh_requested").toString();
    server
        .getConnections()
        .forEach(connection -> {
          connection.send(asked);
          connection.close();
        });
  }

  Answer send(String type, JsonObject payload, String ts) {
    var connection = server.getConnections().stream().filter(WebSocket::isOpen).findFirst();
    if (connection.isEmpty()) {
      return new Answer(ts, 0, "", Duration.ZERO, payload);
    }
    var id = town.id("env-");
    var envelope =
        Json.of(
            "type",
            type,
            "envelope_id",
            id,
            "accepts_response_payload",
            !type.equals("events_api"));
    envelope.add("payload", payload);
    var answer = new CompletableFuture<JsonObject>();
    waiting.put(id, answer);
    long begun = System.nanoTime();
    connection.get().send(envelope.toString());
    try {
      var body = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      var said = body.has("payload") ? body.get("payload").toString() : "";
      return new Answer(ts, 200, said, Duration.ofNanos(System.nanoTime() - begun), payload);
    } catch (TimeoutException | ExecutionException late) {
      return new Answer(ts, 0, "", Duration.ofNanos(System.nanoTime() - begun), payload);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Answer(ts, 0, "", Duration.ZERO, payload);
    } finally {
      waiting.remove(id);
    }
  }

  @Override
  public void close() {
    try {
      server.stop(0);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {
    private final CountDownLatch ready = new CountDownLatch(1);

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
      connection.send(
          Json.of(
                  "type",
                  "hello",
                  "num_connections",
                  1,
                  "connection_info",
                  Map.of("app_id", Town.APP))
              .toString());
    }

    @Override
    public void onMessage(WebSocket connection, String text) {
      var answer = JsonParser.parseString(text).getAsJsonObject();
      var waits = waiting.get(Json.text(answer, "envelope_id"));
      if (waits != null) {
        waits.complete(answer);
      }
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket connection, Exception fault) {}

    @Override
    public void onStart() {
      ready.countDown();
    }
  }
}
