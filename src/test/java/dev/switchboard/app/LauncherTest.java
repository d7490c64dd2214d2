package dev.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.app.LauncherWorkshop.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private LauncherWorkshop workshop;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    workshop = new LauncherWorkshop(folder);
  }

  @Test
  void saysInOneLineWhatToInstallWhenThereIsNoJdk() throws Exception {
    Outcome outcome = workshop.run("serve");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("JDK 25", "https://adoptium.net").hasLineCount(1);
  }

  @Test
  void doesNotTakeAnOldJdkForANewOne() throws Exception {
    workshop.installJdk("17.0.15");

    assertThat(workshop.run("serve").err()).contains("JDK 25").hasLineCount(1);
  }

  @Test
  void saysWhichChosenJdkIsTooOld() throws Exception {
    Path old = workshop.installJdk("1.8.0_412");

    Outcome outcome = workshop.with("SWITCHBOARD_JAVA_HOME", old.toString()).run("serve");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("SWITCHBOARD_JAVA_HOME", old.toString()).hasLineCount(1);
  }

  @Test
  void saysInOneLineWhatToInstallWhenThereIsNoMaven() throws Exception {
    workshop.installJdk("25.0.3");

    Outcome outcome = workshop.run("serve");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("Maven", "install it").hasLineCount(1);
  }

  @Test
  void refusesAnUnknownCommandBeforeAnyWork() throws Exception {
    Outcome outcome = workshop.run("sevre");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("'sevre'", "help").hasLineCount(1);
  }

  @Test
  void helpsWithoutAJdk() throws Exception {
    Outcome outcome = workshop.run("help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("serve", "import", "ask", "eval", "bench", "test");
  }

  @Test
  void handsEveryWordOverUnchangedAndStaysInTheUsersFolder() throws Exception {
    workshop.installJdk("25");
    workshop.installMaven(0);

    Outcome outcome = workshop.run("ask", "how do I  get * back?", "--json");

    assertThat(outcome.exitCode()).isEqualTo(LauncherWorkshop.JAVA_EXIT_CODE);
    assertThat(outcome.out().lines())
        .startsWith("folder " + workshop.usersFolder())
        .endsWith("word ask", "word how do I  get * back?", "word --json");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    workshop.installJdk("26-ea");
    workshop.installMaven(0);

    Outcome outcome = workshop.runThroughLink("serve");

    assertThat(outcome.out()).contains("word " + workshop.project() + "/target/switchboard.jar");
  }

  @Test
  void buildsAgainOnlyWhenASourceChangedCameOrWent() throws Exception {
    workshop.installJdk("25.0.3");
    workshop.installMaven(0);

    assertThat(workshop.buildsDuringRun()).isTrue();
    assertThat(workshop.buildsDuringRun()).isFalse();

    Path source = workshop.source("knowledge/src/main/java/New.java");
    assertThat(workshop.buildsDuringRun()).isTrue();

    Files.writeString(source, "longer than before");
    assertThat(workshop.buildsDuringRun()).isTrue();
    assertThat(workshop.buildsDuringRun()).isFalse();

    Files.delete(source);
    assertThat(workshop.buildsDuringRun()).isTrue();
    assertThat(workshop.buildsDuringRun()).isFalse();
  }

  @Test
  void dropsWhatWasCompiledFromADeletedSource() throws Exception {
    workshop.installJdk("25.0.3");
    workshop.installMaven(0);
    Path resource = workshop.source("src/main/resources/old.txt");
    workshop.run("serve");
    Path copy = workshop.source("target/classes/old.txt");

    Files.delete(resource);
    workshop.run("serve");

    assertThat(copy).doesNotExist();
  }

  @Test
  void showsMavensOutputAndBuildsAgainAfterABuildThatFailed() throws Exception {
    workshop.installJdk("25.0.3");
    workshop.installMaven(1);

    Outcome outcome = workshop.run("serve");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.err()).contains("output of maven", "the build failed");
    assertThat(workshop.buildsDuringRun()).isTrue();
  }

  @Test
  void testsWithTheWordsGivenAndEndsAsMavenDoes() throws Exception {
    workshop.installJdk("25.0.3");
    workshop.installMaven(3);

    Outcome outcome = workshop.run("test", "-Dtest=One");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(workshop.mavenCalls()).last().asString().endsWith("verify -Dtest=One");
  }
}
