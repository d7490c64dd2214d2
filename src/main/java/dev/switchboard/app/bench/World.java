package dev.switchboard.app.bench;

import dev.switchboard.knowledge.index.KnowledgeIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A shop of one size behind a running server, with a folder for whatever is measured beside it. */
final class World implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final int size;
  private final Shop shop;
  private final Scratch scratch = Scratch.make();
  private final Host.Server server;

  World(int size, Host host) {
    this.size = size;
    shop = new Shop(size);
    host.store(data(), shop.articles());
    server = host.start(data());
    awaitMerging();
  }

  /** What has just been indexed is still being merged in the background. */
  private void awaitMerging() {
    var index = server.part(KnowledgeIndex.class);
    while (index.isScattered()) {
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  int size() {
    return size;
  }

  Shop shop() {
    return shop;
  }

  Scratch scratch() {
    return scratch;
  }

  Path data() {
    return scratch.path("data");
  }

  Host.Server server() {
    return server;
  }

  Duration indexing() {
    return server.indexing();
  }

  /** Stops the server, so that another process may have the data. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    scratch.close();
  }
}
