package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  @Test
  void measuresAndHoldsAgainstGoals(@TempDir Path temp) throws IOException {
    var shell = new Shell();
    var json = temp.resolve("bench.json");

    assertThat(shell.run("bench", "--quick", "--sizes", "200", "--json", json.toString()))
        .as(shell.err())
        .isZero();
    assertThat(shell.err()).contains("load average");
    assertThat(shell.out())
        .contains(
            "\nanswer\n", "\nfloors\n", "\nembedding\n", "\nindex\n", "\nfusion\n", "\nmodels\n")
        .contains("\nstart\n", "\ngoals\n", "http, 200 articles: p50", "bare path", "(POST /api");
    assertThat(Files.readString(json)).contains("\"figures\"", "\"goals\"", "\"met\"");
  }

  @Test
  void refusesWhatItCannotMeasure() {
    var shell = new Shell();

    assertThat(shell.run("bench", "luck")).isEqualTo(2);
    assertThat(shell.err()).contains("no section 'luck'");
    assertThat(shell.run("bench", "--sizes", "3")).isEqualTo(2);
    assertThat(shell.run("bench", "faults", "--kills", "0")).isEqualTo(2);
    assertThat(shell.run("bench", "faults", "--on", "oracle")).isEqualTo(2);
  }
}
