package dev.switchboard.app.bench.faults;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.ChildServer.Surroundings;
import dev.switchboard.app.bench.Scratch;
import dev.switchboard.app.bench.store.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that is started again and again, at one address, on what it has left behind. */
final class Victim implements AutoCloseable {
  /** How long anything may take that has to happen. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  // The first start makes the tables and learns the sample: longer the busier the machine is.
  private static final Duration FIRST_START = Duration.ofMinutes(15);

  private final Database database;
  private final Scratch scratch = Scratch.make();
  private final int port;

  Victim(Database database) throws IOException {
    this.database = database;
    port = ChildServer.freePort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String databaseName() {
    return database.name();
  }

  /** A file of that name, which no server knows of unless it is told. */
  Path file(String name) {
    return scratch.path(name);
  }

  /** Starts it once, which is no time to write, and stops it. */
  void prepare() throws IOException {
    try (var server = start(Map.of())) {
      server.awaitReady(FIRST_START);
    }
  }

  /** Starts it with these environment variables beside its own; returns before it is ready. */
  ChildServer start(Map<String, String> more) throws IOException {
    var environment = new HashMap<>(database.environment());
    environment.put("SWITCHBOARD_WIDGET_REQUESTS_PER_MINUTE", "1000000000");
    environment.putAll(more);
    var errors = ProcessBuilder.Redirect.appendTo(log().toFile());
    return ChildServer.serve(data(), port, new Surroundings(List.of(), environment, errors));
  }

  /** Waits until it is ready, and enters in the tally how that went. */
  boolean isReady(ChildServer server, Tally tally) throws IOException {
    try {
      server.awaitReady(PATIENCE);
      tally.started(server.age());
      return true;
    } catch (IOException failed) {
      tally.didNotStart(failed.getMessage() + lastError().map(" after "::concat).orElse(""));
      return false;
    }
  }

  private Optional<String> lastError() throws IOException {
    return Files.readString(log()).lines().filter(line -> !line.isBlank()).reduce((a, b) -> b);
  }

  /** Opens its database while it does not run. */
  Connection look() throws IOException, SQLException {
    return database.look(data());
  }

  private Path data() {
    return scratch.path("data");
  }

  private Path log() {
    return scratch.path("errors.log");
  }

  @Override
  public void close() {
    scratch.close();
  }
}
