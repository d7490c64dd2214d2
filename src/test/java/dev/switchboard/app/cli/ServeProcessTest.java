package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.Switchboard;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ServeProcessTest {
  private static final int KILLED_BY_SIGTERM = 128 + 15;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void saysWhereItIsAndStopsWithoutAWordOnSigterm(@TempDir Path data) throws Exception {
    Process server = serve(data);
    try (var out = server.inputReader();
        var err = server.errorReader()) {
      assertThat(out.readLine()).contains("no knowledge yet", "invented shop");
      assertThat(lastLine(out))
          .matches("Switchboard is ready at http://(127\\.0\\.0\\.1|localhost):\\d+ .*Ctrl-C.*");

      // Not Process.destroy(): it closes the streams that are read below.
      server.toHandle().destroy();

      assertThat(server.waitFor()).isEqualTo(KILLED_BY_SIGTERM);
      assertThat(err.lines()).isEmpty();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theDataFolderBelongsToOneProcess(@TempDir Path data) throws Exception {
    Process server = serve(data);
    try (var out = server.inputReader()) {
      lastLine(out);
      var shell = new Shell();

      assertThat(shell.run("ask", "Where is it?", "--data", data.toString())).isEqualTo(1);
      assertThat(shell.err())
          .contains(data.toString(), "in use", "/api/v1/ask", "--knowledge")
          .hasLineCount(1);

      shell = new Shell();
      assertThat(shell.run("import", "faq.csv", "--data", data.toString())).isEqualTo(1);
      assertThat(shell.err()).contains(data.toString(), "in use").hasLineCount(1);
    } finally {
      server.destroyForcibly();
    }
  }

  /** The line that says it is ready, after what it may say while it indexes. */
  private static String lastLine(BufferedReader out) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("Switchboard is ready")) {
      line = out.readLine();
    }
    return String.valueOf(line);
  }

  private static Process serve(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As in the manifest of the jar.
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Switchboard.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            data.toString())
        .start();
  }
}
