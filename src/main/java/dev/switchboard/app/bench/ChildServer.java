package dev.switchboard.app.bench;

import dev.switchboard.app.Switchboard;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A server in a process of its own. */
final class ChildServer implements AutoCloseable {

  private static final Pattern READY = Pattern.compile(".*ready at (http://\\S+).*");
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  private final long started;
  private final Process process;

  private ChildServer(List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(arguments);
    started = System.nanoTime();
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** {@code serve} on that data; port 0 is any free one. Returns when the process was started. */
  static ChildServer serve(Path data, Cache cache, int port) throws IOException {
    var arguments = new ArrayList<String>();
    if (cache == Cache.AOT) {
      arguments.add("-XX:AOTCache=" + ClassPath.cache().orElseThrow());
      arguments.add("-XX:AOTMode=auto");
    }
    arguments.addAll(whatIsRun());
    arguments.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    return new ChildServer(arguments);
  }

  /** Micronaut's HTTP server with one page and nothing of ours on its class path. */
  static ChildServer bare(Scratch scratch, int port) throws IOException {
    var name = BareServer.class.getName().replace('.', '/') + ".class";
    var copy = scratch.path("bare").resolve(name);
    if (Files.notExists(copy)) {
      Files.createDirectories(copy.resolveSibling(""));
      try (var code =
          Objects.requireNonNull(BareServer.class.getClassLoader().getResourceAsStream(name))) {
        Files.copy(code, copy);
      }
      Files.writeString(scratch.path("hello.txt"), "Hello, world");
    }
    return new ChildServer(
        List.of(
            "-cp",
            scratch.path("bare") + File.pathSeparator + ClassPath.bareServer(),
            BareServer.class.getName(),
            scratch.folder().toString(),
            Integer.toString(port)));
  }

  /** Where it listens; waits until it says that it is ready. To be asked once. */
  URI awaitReady() throws IOException {
    return readAddress(process.inputReader());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Time since before the process was there. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** CPU time that it has used; zero where the system does not tell. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
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

  private static URI readAddress(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var ready = READY.matcher(line);
      if (ready.matches()) {
        return URI.create(ready.group(1));
      }
    }
    throw new IOException("a server ended before it was ready");
  }
}
