package dev.switchboard.app.bench.store;

import dev.switchboard.app.bench.ChildServer;
import dev.switchboard.app.bench.Scratch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL server of our own, as this machine has it installed, with its default settings. */
public final class LocalPostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Scratch scratch;
  private final Process process;
  private final String url;

  private LocalPostgres(Scratch scratch, Process process, String url) {
    this.scratch = scratch;
    this.process = process;
    this.url = url;
  }

  /**
   * Starts one.
   *
   * @return empty where no PostgreSQL is installed
   * @throws IOException when it does not start
   */
  public static Optional<LocalPostgres> start() throws IOException {
    var programs = programs();
    return programs.isEmpty() ? Optional.empty() : Optional.of(start(programs.get()));
  }

  /** The folder with the programs of the {@code postgres} on the path. */
  private static Optional<Path> programs() throws IOException {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      var program = Path.of(folder, "postgres");
      if (Files.isExecutable(program)) {
        // On a path there may be no more than a link to it.
        var programs = program.toRealPath().resolveSibling("");
        if (Files.isExecutable(programs.resolve("initdb"))) {
          return Optional.of(programs);
        }
      }
    }
    return Optional.empty();
  }

  private static LocalPostgres start(Path programs) throws IOException {
    var scratch = Scratch.make();
    var data = scratch.path("postgres").toString();
    var initdb = programs.resolve("initdb").toString();
    run(scratch, initdb, "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8").onExit().join();
    int port = ChildServer.freePort();
    var server =
        run(
            scratch,
            programs.resolve("postgres").toString(),
            "-D",
            data,
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=");
    var url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=bench".formatted(port);
    var local = new LocalPostgres(scratch, server, url);
    local.awaitReady();
    return local;
  }

  private static Process run(Scratch scratch, String... command) throws IOException {
    var words = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      // PostgreSQL refuses to run as root; as nobody of a name space of its own it may.
      words.addAll(List.of("unshare", "--user"));
    }
    words.addAll(Arrays.asList(command));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(scratch.path("postgres.log").toFile()))
        .start();
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        var log = Files.readString(scratch.path("postgres.log")).strip();
        close();
        throw new IOException("PostgreSQL does not start: " + log);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private boolean isReady() {
    try {
      DriverManager.getConnection(url).close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Where it is, for somebody who may make databases. */
  public String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    scratch.close();
  }
}
