package dev.switchboard.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code warm-up}: starts a server on a free port, asks it what a first visitor asks, and ends.
 *
 * <p>The launcher runs it once after a build while the JVM records: what is loaded here is in the
 * cache that makes later starts fast.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Rehearse a start on a free port; the launcher records it for faster starts.")
final class WarmUpCommand implements Runnable {

  private static final Duration ENOUGH = Duration.ofMinutes(10);

  /** What a browser asks for first; the answers do not matter, only that they come. */
  private static final List<String> FIRST_PAGES =
      List.of(
          "/",
          "/assets/welcome.js",
          "/widget/v1.js",
          "/widget/frame",
          "/api/v1/examples",
          "/health/readiness");

  private static final String FIRST_QUESTION = "{\"question\":\"How can I cancel my order?\"}";

  @Parameters(
      paramLabel = "DIR",
      description = "Folder for the data of this run; the caller throws it away.")
  private Path data;

  @Override
  public void run() {
    var settings = Application.on(data);
    settings.put(RunningServer.PORT, RunningServer.ANY_FREE_PORT);
    try (RunningServer server = RunningServer.start(settings, line -> {});
        HttpClient browser = HttpClient.newHttpClient()) {
      server.awaitKnowledge(ENOUGH);
      for (String path : FIRST_PAGES) {
        visit(browser, HttpRequest.newBuilder(server.address().resolve(path)));
      }
      visit(browser, question(server.address().resolve("/api/v1/ask")));
    }
  }

  private static HttpRequest.Builder question(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(FIRST_QUESTION));
  }

  private static void visit(HttpClient browser, HttpRequest.Builder page) {
    HttpRequest request = page.build();
    try {
      browser.send(request, BodyHandlers.discarding());
    } catch (IOException fault) {
      throw new Failure("no answer from " + request.uri(), fault);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
