package dev.switchboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerTest {
  private final HttpClient browser = HttpClient.newHttpClient();
  private RunningServer server;

  @BeforeAll
  void start(@TempDir Path data) {
    var settings = Application.on(data);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    server = RunningServer.start(settings, line -> {});
    assertThat(server.awaitKnowledge(Duration.ofMinutes(2))).isTrue();
  }

  @AfterAll
  void stop() {
    server.close();
    browser.close();
  }

  @Test
  void listensOnThisMachineOnly() {
    assertThat(server.address().getHost()).isIn("127.0.0.1", "localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/readiness", "/health/liveness"})
  void tellsAProbeThatItIsUpAndNothingElse(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void offersItsNumbersToPrometheus() throws Exception {
    HttpResponse<String> answer = get("/prometheus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("# TYPE jvm_memory_used_bytes gauge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/beans", "/env", "/info", "/loggers", "/metrics", "/routes", "/stop"})
  void keepsTheInsideToItself(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return browser.send(request, BodyHandlers.ofString());
  }
}
