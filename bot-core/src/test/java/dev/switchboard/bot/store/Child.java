package dev.switchboard.bot.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Another process with the classes of the tests. */
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  public static Child running(Class<?> main, Path folder) throws IOException {
    var command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            folder.toString());
    return new Child(
        new ProcessBuilder(command.toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** What it prints, line by line, until it ends. */
  public Stream<String> lines() {
    return output.lines();
  }

  /** Sends SIGKILL; what was printed before can still be read. */
  public void kill() throws InterruptedException {
    // Process.destroyForcibly would close the output.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
