package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.chat.Connection;
import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Idle streams of a bare server. */
final class BareStreams implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();

  BareStreams(URI server) {
    this.server = server;
  }

  boolean isThere() {
    try (var connection = new Connection(server)) {
      return connection.get("/hello.txt", "").status() > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Opens more until there are so many. */
  void open(int count) throws IOException {
    while (connections.size() < count) {
      var connection = new Connection(server);
      connections.add(connection);
      threads.execute(() -> listen(connection));
    }
    if (!Pause.until(() -> open.get() >= count, PATIENCE)) {
      throw new IOException("only %d of %d bare streams opened".formatted(open.get(), count));
    }
  }

  private void listen(Connection connection) {
    try {
      var events = connection.events("/events", "");
      open.incrementAndGet();
      while (events.next().isPresent()) {
        // What is heard is only that the server lives.
      }
    } catch (IOException cutOff) {
      open.decrementAndGet();
    }
  }

  @Override
  public void close() {
    for (var connection : connections) {
      try {
        connection.close();
      } catch (IOException gone) {
        // It is closed all the same.
      }
    }
    threads.shutdownNow();
  }
}
