package dev.switchboard.app.cli;

import dev.switchboard.channel.web.AskAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody who asks a server over HTTP. */
record Visitor(RunningServer server) {
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return BROWSER.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
  }

  /** The first part of the answer. */
  AskAnswer.Part ask(String question) throws IOException, InterruptedException {
    return answer(Map.of("question", question)).parts().getFirst();
  }

  /** Asks after one earlier question that an article answered. */
  AskAnswer askAfter(String earlier, String article, String question)
      throws IOException, InterruptedException {
    var history = List.of(Map.of("question", earlier, "articles", List.of(article)));
    return answer(Map.of("question", question, "history", history));
  }

  private AskAnswer answer(Map<String, Object> body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/api/v1/ask"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    var response = BROWSER.send(request, BodyHandlers.ofString());
    return Objects.requireNonNull(JSON.readValue(response.body(), AskAnswer.class));
  }
}
