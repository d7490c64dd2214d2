package dev.switchboard.app.node;

import dev.switchboard.app.cli.SteeredServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link SteeredServer} in a process of its own, which can be killed. */
final class NodeProcess implements AutoCloseable {
  private static final String READY = "ready at ";

  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;
  private final URI address;

  private NodeProcess(Process process) throws IOException {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    var line = String.valueOf(out.readLine());
    if (!line.startsWith(READY)) {
      throw new IOException("the server said " + line);
    }
    address = URI.create(line.substring(READY.length()));
  }

  /** Starts it and waits until it is ready. */
  static NodeProcess start(Path data, Map<String, String> environment) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx600m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SteeredServer.class.getName(),
            data.toString());
    builder.environment().put("SWITCHBOARD_WIDGET_REQUESTS_PER_MINUTE", "100000");
    builder.environment().putAll(environment);
    return new NodeProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  URI address() {
    return address;
  }

  /** Gives it a command and waits for the answer. */
  String tell(String... words) throws IOException {
    in.println(String.join("\t", words));
    return String.valueOf(out.readLine());
  }

  /** Sends SIGKILL. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Sends SIGTERM; returns at once. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end; false when the time is over before. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
