package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TerminalTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void namesWhatMayHaveBeenMeantWhenACommandIsUnknown() {
    assertThat(run("serv")).isEqualTo(2);
    assertThat(err.toString()).contains("'serv'", "Did you mean: switchboard serve?");
  }

  @Test
  void pointsToTheHelpOfTheCommandWhenAnOptionIsUnknown() {
    assertThat(run("serve", "--prot=8081")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot", "Try 'switchboard serve --help'.");
  }

  @Test
  void asksForACommandWhenThereIsNone() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("switchboard: a command is missing");
  }

  @Test
  void takesNoPortThatDoesNotExist() {
    assertThat(run("serve", "--port", "70000")).isEqualTo(2);
    assertThat(err.toString()).startsWith("switchboard: --port must be 0 to 65535");
  }

  @Test
  void failsInOneLineWhenThePortIsTaken(@TempDir Path data) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThat(run("serve", "--data", data.toString(), "--port", "" + port)).isEqualTo(1);
      assertThat(err.toString()).contains("port " + port, "in use", "--port").hasLineCount(1);
      assertThat(out.toString()).isEmpty();
    }
  }

  @Test
  void failsInOneLineWhenTheAddressDoesNotExist(@TempDir Path data) {
    var args = List.of("serve", "--data", data.toString(), "--host", "nowhere.invalid");

    assertThat(run(args.toArray(String[]::new))).isEqualTo(1);
    assertThat(err.toString()).contains("no such address", "--host").hasLineCount(1);
  }

  @Test
  void failsInOneLineWhenTheKnowledgeIsNotThere() {
    assertThat(run("serve", "--knowledge", "no-such-file.csv")).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo("switchboard: there is no no-such-file.csv");
  }

  @Test
  void failsWithALineForEachMistakeInTheRules(@TempDir Path folder) throws IOException {
    var rules = Files.writeString(folder.resolve("rules.yaml"), "topcis: []\nvip: {email: []}\n");
    System.setProperty("switchboard.rules", rules.toString());
    try {
      assertThat(run("serve", "--port", "0", "--data", folder.resolve("data").toString()))
          .isEqualTo(1);
    } finally {
      System.clearProperty("switchboard.rules");
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "switchboard: %s:1:1: unknown key 'topcis'; did you mean 'topics'?".formatted(rules),
            "switchboard: %s:2:7: unknown key 'email'; known are customers, email-domains"
                .formatted(rules));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void followsTheShippedRulesOnASingleQuestionToo() {
    assertThat(run("ask", "How long does delivery take? I just want to die")).isZero();
    assertThat(out.toString()).contains("I am very sorry that you are going through this.");
  }

  @Test
  void showsTheStackTraceToThoseWhoAskForIt() {
    assertThat(run("serve", "--verbose", "--knowledge", "no-such-file.csv")).isEqualTo(1);
    assertThat(err.toString()).contains("at dev.switchboard.app.cli.ServeCommand");
  }

  @Test
  void doesNotNameTheRehearsalOfTheLauncher() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("serve").doesNotContain("warm-up");
  }

  private int run(String... args) {
    CommandLine line = Terminal.commandLine(args);
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }
}
