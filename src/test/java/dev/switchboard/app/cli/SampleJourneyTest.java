package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channel.web.AskAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a first visitor meets: a new server over the bundled sample. */
@TestInstance(Lifecycle.PER_CLASS)
class SampleJourneyTest {
  private final List<String> told = new CopyOnWriteArrayList<>();
  private RunningServer server;
  private Visitor visitor;

  @BeforeAll
  void start(@TempDir Path data) {
    var settings = Application.on(data);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    server = RunningServer.start(settings, told::add);
    visitor = new Visitor(server);
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void saysInOneLineThatItIsASample() {
    assertThat(told).singleElement().asString().contains("no knowledge yet", "invented shop");
  }

  @Test
  void answersWithASource() throws Exception {
    AskAnswer.Part part = visitor.ask("How do I check the status of my order?");

    assertThat(part.decision()).isEqualTo("answer");
    assertThat(part.text()).contains("Account > Orders");
    AskAnswer.Source source = part.citations().getFirst();
    assertThat(source.article()).isEqualTo("order-status");
    assertThat(source.version()).isEqualTo(1);
  }

  @Test
  void passesOnWhatTheKnowledgeDoesNotHold() throws Exception {
    AskAnswer.Part part = visitor.ask("Who won the football world cup in 1954?");

    assertThat(part.decision()).isEqualTo("escalate");
    assertThat(part.citations()).isEmpty();
    assertThat(part.text()).isNotBlank();
  }

  @Test
  void readsAFollowUpTogetherWithTheQuestionBeforeIt() throws Exception {
    AskAnswer answer =
        visitor.askAfter(
            "Which payment methods do you accept?", "payment-methods", "And for gift cards?");

    assertThat(answer.receipt().signals()).contains("follow_up");
    assertThat(answer.parts().getFirst().question()).contains("payment methods", "gift cards");
  }

  @Test
  void isReadyAndOffersQuestionsThatItAnswers() throws Exception {
    assertThat(visitor.get("/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");

    String examples = visitor.get("/api/v1/examples").body();
    assertThat(examples.split("\",\"")).hasSize(4);
    assertThat(visitor.get("/api/v1/examples").body()).isEqualTo(examples);
  }
}
