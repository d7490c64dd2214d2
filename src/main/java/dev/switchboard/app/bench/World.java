package dev.switchboard.app.bench;

import java.nio.file.Path;
import java.time.Duration;

/** A shop of one size behind a running server, with a folder for whatever is measured beside it. */
final class World implements AutoCloseable {

  private final int size;
  private final Shop shop;
  private final Scratch scratch = Scratch.make();
  private final Host.Server server;

  World(int size, Host host) {
    this.size = size;
    shop = new Shop(size);
    host.store(data(), shop.articles());
    server = host.start(data());
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
