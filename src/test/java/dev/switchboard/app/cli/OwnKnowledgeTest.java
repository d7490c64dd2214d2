package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.app.wiring.StartingKnowledge;
import dev.switchboard.bot.store.StoreDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's own articles: imported, asked on the command line and over HTTP, kept, edited. */
class OwnKnowledgeTest {
  private static final String HEAD = "id,question,variants,answer,tags\n";
  private static final String FAQ =
      HEAD
          + "opening,When is the shop open?,opening hours,**Daily** from 9 to 17.,shop\n"
          + "parking,Where can I park my car?,,Behind the house.,shop\n";
  private static final String QUESTION = "When is the shop open?";

  @TempDir Path temp;
  private Path data;
  private Path faq;
  private Shell shell = new Shell();

  @BeforeEach
  void write() throws IOException {
    data = temp.resolve("data");
    faq = Files.writeString(temp.resolve("faq.csv"), FAQ);
  }

  @Test
  void importsAndSaysWhatItDid() throws IOException {
    assertThat(run("import", faq.toString(), "--data", data.toString())).isZero();
    assertThat(shell.out()).isEqualTo("added 2, changed 0, unchanged 0, vanished 0\n");

    Files.writeString(faq, HEAD + "opening,When is the shop open?,,Never.,shop\n");
    assertThat(run("import", faq.toString(), "--data", data.toString())).isZero();
    assertThat(shell.out())
        .isEqualTo(
            "added 0, changed 1, unchanged 0, vanished 1"
                + " (not archived; --prune archives them)\n");

    assertThat(run("import", faq.toString(), "--data", data.toString(), "--prune")).isZero();
    assertThat(shell.out()).contains("vanished 1 (1 archived)");
  }

  @Test
  void importsWhatIsGoodAndNamesTheRest() throws IOException {
    Path broken = Files.writeString(temp.resolve("broken.csv"), HEAD + "a,Q?,,,t\n");

    assertThat(run("import", faq.toString(), broken.toString(), "--data", data.toString()))
        .isEqualTo(1);
    assertThat(shell.out()).startsWith("added 2,").contains("problems 1");
    assertThat(shell.err()).contains(broken + ", line 2, column answer: ");
  }

  @Test
  void asksWhatWasImported() {
    run("import", faq.toString(), "--data", data.toString());

    assertThat(run("ask", QUESTION, "--data", data.toString())).isZero();
    assertThat(shell.out())
        .startsWith("Daily from 9 to 17.")
        .contains("[1] When is the shop open?", "Decision: answer: ", "(parking)", "total ");
  }

  @Test
  void asksFilesWithoutTouchingAnyData() {
    assertThat(run("ask", QUESTION, "--knowledge", faq.toString(), "--json")).isZero();
    assertThat(shell.out().lines()).hasSize(1);
    assertThat(shell.out())
        .startsWith("{\"question\":\"" + QUESTION + "\"")
        .contains("\"decision\":\"answer\"", "\"article\":\"opening\"", "\"receipt\":{");
    assertThat(data).doesNotExist();
  }

  @Test
  void saysWhatCouldNotBeReadBeforeAsking() throws IOException {
    Path broken = Files.writeString(temp.resolve("broken.csv"), HEAD + "a,Q?,,,t\n");

    assertThat(run("ask", QUESTION, "--knowledge", broken.toString())).isEqualTo(1);
    assertThat(shell.err()).contains(broken + ", line 2", "no article could be read");
  }

  @Test
  void saysThatWebPagesAreImported() {
    for (var command : List.of(List.of("ask", QUESTION), List.of("serve"))) {
      var args = new ArrayList<>(command);
      args.addAll(List.of("--knowledge", "https://example.com/faq"));

      assertThat(run(args.toArray(String[]::new))).isEqualTo(1);
      assertThat(shell.err())
          .isEqualTo(
              "switchboard: --knowledge takes files and folders;"
                  + " web pages are taken in with 'switchboard import'\n");
    }
  }

  @Test
  void wantsAQuestion() {
    assertThat(run("ask", "  ")).isEqualTo(2);
    assertThat(shell.err()).startsWith("switchboard: the question is empty");
  }

  @Test
  void keepsWhatWasImportedOverRestarts() throws Exception {
    run("import", faq.toString(), "--data", data.toString());

    for (int start = 0; start < 2; start++) {
      try (var server = serve()) {
        assertThat(new Visitor(server).ask(QUESTION).text()).isEqualTo("**Daily** from 9 to 17.");
      }
    }
  }

  @Test
  void followsNamedFilesAndKeepsNothing() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    var settings = Application.on(data);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    settings.put(StartingKnowledge.PATH, faq.toString());
    settings.put(Application.DATABASE, StoreDefaults.inMemory("own-knowledge-test"));
    try (var server = RunningServer.start(settings, told::add)) {
      assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
      var visitor = new Visitor(server);
      assertThat(visitor.ask(QUESTION).text()).contains("9 to 17");

      Files.writeString(faq, FAQ.replace("9 to 17", "8 to 20"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> visitor.ask(QUESTION).text().contains("8 to 20"));

      Files.writeString(faq, "no table");
      await().until(() -> told.stream().anyMatch(line -> line.startsWith(faq + ", line 1")));
      assertThat(visitor.ask(QUESTION).text()).contains("8 to 20");
      assertThat(visitor.get("/health/readiness").statusCode()).isEqualTo(200);
    }
    assertThat(data).doesNotExist();
  }

  private RunningServer serve() {
    var settings = Application.on(data);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    var server = RunningServer.start(settings, line -> {});
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
    return server;
  }

  private int run(String... args) {
    shell = new Shell();
    return shell.run(args);
  }
}
