package dev.switchboard.app.bench;

import dev.switchboard.app.Switchboard;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own. */
public final class ChildServer implements AutoCloseable {

  private static final Pattern READY = Pattern.compile(".*ready at (http://\\S+).*");
  private static final double BYTES_IN_A_MB = 1024 * 1024;
  private static final String HERE = "dev/switchboard/app/bench/";

  // With what the compiler made for Micronaut to find the stream by.
  private static final List<String> OF_THE_BARE_SERVER =
      List.of(
          HERE + "BareServer.class",
          HERE + "BareEvents.class",
          HERE + "$BareEvents$Definition.class",
          HERE + "$BareEvents$Definition$Exec.class",
          "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference/"
              + "dev.switchboard.app.bench.$BareEvents$Definition");

  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  private final long started;
  private final Process process;
  private volatile boolean ready;

  private ChildServer(List<String> arguments, Surroundings surroundings) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(surroundings.options());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(surroundings.errors());
    builder.environment().putAll(surroundings.environment());
    started = System.nanoTime();
    process = builder.start();
  }

  /**
   * What a server finds when it starts.
   *
   * @param options for the JVM, which win over those of this process
   * @param environment variables, beside those of this process
   * @param errors where its standard error goes
   */
  public record Surroundings(
      List<String> options, Map<String, String> environment, ProcessBuilder.Redirect errors) {
    static final Surroundings PLAIN =
        new Surroundings(List.of(), Map.of(), ProcessBuilder.Redirect.DISCARD);
  }

  /** {@code serve} on that data; port 0 is any free one. Returns when the process was started. */
  static ChildServer serve(Path data, Cache cache, int port) throws IOException {
    return serve(data, cache, port, Surroundings.PLAIN);
  }

  /** {@code serve} with the start-up cache where there is one. */
  public static ChildServer serve(Path data, int port, Surroundings surroundings)
      throws IOException {
    var cache = ClassPath.cache().isPresent() ? Cache.AOT : Cache.NONE;
    return serve(data, cache, port, surroundings);
  }

  private static ChildServer serve(Path data, Cache cache, int port, Surroundings surroundings)
      throws IOException {
    var arguments = new ArrayList<String>();
    if (cache == Cache.AOT) {
      arguments.add("-XX:AOTCache=" + ClassPath.cache().orElseThrow());
      arguments.add("-XX:AOTMode=auto");
    }
    arguments.addAll(whatIsRun());
    arguments.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    return new ChildServer(arguments, surroundings);
  }

  /** Micronaut's HTTP server with one page and one stream, and else nothing of ours. */
  static ChildServer bare(Scratch scratch, int port) throws IOException {
    return bare(scratch, port, Surroundings.PLAIN);
  }

  /** The same; it is not ready before it answers on the port. */
  public static ChildServer bare(Scratch scratch, int port, Surroundings surroundings)
      throws IOException {
    for (var name : OF_THE_BARE_SERVER) {
      copy(name, scratch.path("bare"));
    }
    Files.writeString(scratch.path("hello.txt"), "Hello, world");
    return new ChildServer(
        List.of(
            "-cp",
            scratch.path("bare") + File.pathSeparator + ClassPath.bareServer(),
            BareServer.class.getName(),
            scratch.folder().toString(),
            Integer.toString(port)),
        surroundings);
  }

  private static void copy(String name, Path folder) throws IOException {
    var copy = folder.resolve(name);
    Files.createDirectories(copy.resolveSibling(""));
    try (var content =
        Objects.requireNonNull(ChildServer.class.getClassLoader().getResourceAsStream(name))) {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A port that nobody listens on just now. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Where it listens; waits until it says that it is ready. To be asked once.
   *
   * @throws IOException when it ends before, or is not ready in time
   */
  public URI awaitReady(Duration patience) throws IOException {
    var late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
    late.execute(() -> {
      if (!ready) {
        process.toHandle().destroyForcibly();
      }
    });
    try {
      return readAddress(process.inputReader());
    } finally {
      ready = true;
    }
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code, once it has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Its number in the system. */
  public long pid() {
    return process.pid();
  }

  /** Time since before the process was there. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** CPU time that it has used; zero where the system does not tell. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * What it holds on its heap after a collection, in MB.
   *
   * @throws IOException when the JDK's {@code jcmd} does not tell
   */
  public double liveMb() throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    // The last line: Total, the number of objects, their bytes.
    var total = asked.inputReader().lines().filter(line -> line.startsWith("Total")).findFirst();
    return total
        .map(line -> Double.parseDouble(line.strip().replaceFirst(".*\\s", "")) / BYTES_IN_A_MB)
        .orElseThrow(() -> new IOException("jcmd does not tell what is on the heap"));
  }

  /** Ends it as a crash does, with SIGKILL. */
  public void kill() {
    // Process.destroyForcibly would close its output, which may be read just now.
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /**
   * Asks it to end, with SIGTERM, and waits; with SIGKILL when it has not ended in time.
   *
   * @return the exit code
   */
  public int terminate(Duration patience) {
    process.toHandle().destroy();
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> process.toHandle().destroyForcibly());
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> whatIsRun() {
    return ClassPath.jar()
        .map(jar -> List.of("-jar", jar.toString()))
        .orElseGet(() -> List.of(NATIVE, "-cp", ClassPath.all(), Switchboard.class.getName()));
  }

  /** As this process was started, but for its own cache and whatever watches it. */
  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
        .filter(option -> !option.startsWith("-XX:AOT"))
        .toList();
  }

  private URI readAddress(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var ready = READY.matcher(line);
      if (ready.matches()) {
        return URI.create(ready.group(1));
      }
    }
    throw new IOException("a server ended after %d s, not ready".formatted(age().toSeconds()));
  }
}
