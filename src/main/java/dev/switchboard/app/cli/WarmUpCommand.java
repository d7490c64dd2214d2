package dev.switchboard.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /** What a browser and a probe ask for first; the answers do not matter, only that they come. */
  private static final List<String> FIRST_REQUESTS = List.of("/", "/health/readiness");

  @Parameters(
      paramLabel = "DIR",
      description = "Folder for the data of this run; the caller throws it away.")
  private Path data;

  @Override
  public void run() {
    Map<String, Object> settings =
        Map.of(
            RunningServer.PORT, RunningServer.ANY_FREE_PORT, RunningServer.DATA, data.toString());
    try (RunningServer server = RunningServer.start(settings);
        HttpClient browser = HttpClient.newHttpClient()) {
      for (String path : FIRST_REQUESTS) {
        visit(browser, server.address().resolve(path));
      }
    }
  }

  private static void visit(HttpClient browser, URI page) {
    try {
      browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    } catch (IOException fault) {
      throw new Failure("no answer from " + page, fault);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
