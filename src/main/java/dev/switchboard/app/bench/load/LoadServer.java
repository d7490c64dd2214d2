package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.ChildServer.Surroundings;
import dev.switchboard.app.bench.store.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** A server in a process of its own that takes any number of messages from one address. */
final class LoadServer implements AutoCloseable {
  /** The setting without which all visitors from one address would have to share a limit. */
  static final String LIMIT = "switchboard.widget.requests-per-minute";

  static final int NO_LIMIT = 1_000_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ChildServer process;
  private final URI address;

  private LoadServer(ChildServer process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it with 512 MB of heap and waits until it is ready. */
  static LoadServer start(Path data, Database database) throws IOException {
    var environment = new HashMap<>(database.environment());
    environment.put("SWITCHBOARD_WIDGET_REQUESTS_PER_MINUTE", Integer.toString(NO_LIMIT));
    var surroundings =
        new Surroundings(List.of("-Xmx512m"), environment, ProcessBuilder.Redirect.DISCARD);
    var process = ChildServer.serve(data, 0, surroundings);
    try {
      return new LoadServer(process, process.awaitReady(PATIENCE));
    } catch (IOException fault) {
      process.close();
      throw fault;
    }
  }

  URI address() {
    return address;
  }

  ChildServer process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
