package dev.switchboard.app.bench;

import dev.switchboard.bot.model.sandbox.ModelSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the gateway adds to a call of a model over {@code /v1}, with its key check, budget and
 * ledger: beside the same call without it, and with the first of two endpoints dead. A stand-in on
 * this machine answers; one call at a time, in turns.
 */
final class ModelBench {
  private static final String KEY = "sk-bench-0123456789abcdef";
  private static final double NANOS_IN_A_MILLI = 1e6;
  private static final double P99 = 0.99;

  private final Plan plan;
  private final Host host;
  private final Results results;

  ModelBench(Plan plan, Host host, Results results) {
    this.plan = plan;
    this.host = host;
    this.results = results;
  }

  /** A way to a model, and how long its answers took, in milliseconds. */
  private record Way(String name, URI address, String model, double[] took) {}

  void run() throws IOException {
    int calls = plan.questions() * plan.rounds();
    try (var scratch = Scratch.make();
        var provider = ModelSandbox.start(0);
        var server = host.start(scratch.folder(), settings(provider));
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var gateway = server.address().resolve("/v1/chat/completions");
      var direct =
          new Way(
              "without the gateway",
              URI.create(provider.url() + "/chat/completions"),
              "alive",
              new double[calls]);
      var alive = new Way("all alive", gateway, "alive", new double[calls]);
      var dead = new Way("the first dead", gateway, "dead", new double[calls]);
      var ways = new Way[] {direct, alive, dead};
      for (int i = 0; i < plan.warmUp(); i++) {
        for (var way : ways) {
          ask(client, way);
        }
      }
      int failed = 0;
      for (int i = 0; i < calls; i++) {
        for (var way : ways) {
          long begun = System.nanoTime();
          failed += ask(client, way) ? 0 : 1;
          way.took()[i] = (System.nanoTime() - begun) / NANOS_IN_A_MILLI;
        }
      }
      tell(direct, alive, dead, failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("nobody waits for the figures any more", stop);
    }
  }

  private static Map<String, Object> settings(ModelSandbox provider) throws IOException {
    var settings = new HashMap<String, Object>();
    settings.put("switchboard.providers.alive.url", provider.url().toString());
    settings.put("switchboard.providers.dead.url", "http://127.0.0.1:%d/v1".formatted(nobody()));
    for (var name : new String[] {"dead", "alive"}) {
      settings.put("switchboard.models.%s.provider".formatted(name), name);
      settings.put("switchboard.models.%s.model".formatted(name), name);
      settings.put("switchboard.models.%s.order".formatted(name), name.equals("dead") ? 1 : 0);
    }
    settings.put("switchboard.api-keys.bench.key", KEY);
    settings.put("switchboard.model-budget.day", 1_000);
    return settings;
  }

  /** A port at which nobody listens. */
  private static int nobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean ask(HttpClient client, Way way) throws IOException, InterruptedException {
    var body =
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello?\"}]}"
            .formatted(way.model());
    var request =
        HttpRequest.newBuilder(way.address())
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + KEY)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private void tell(Way direct, Way alive, Way dead, int failed) {
    var method = "%,d calls in turns, one at a time".formatted(direct.took().length);
    for (var way : new Way[] {direct, alive, dead}) {
      results.add(Section.MODELS, way.name() + ": p50", p50(way), "ms", method);
      results.add(Section.MODELS, way.name() + ": p99", p99(way), "ms", method);
    }
    results.add(
        Section.MODELS, "the gateway adds: p50", p50(alive) - p50(direct), "ms", "difference");
    results.add(
        Section.MODELS,
        "a dead endpoint adds: p50",
        p50(dead) - p50(alive),
        "ms",
        "difference; it is left alone after five failures, and tried again every half minute");
    results.add(
        Section.MODELS,
        "a dead endpoint adds: most",
        Arrays.stream(dead.took()).max().orElse(Double.NaN) - p50(alive),
        "ms",
        "slowest answer with it against the median without it");
    results.judge(Goal.atMost("answers that failed", 0, failed));
    results.judge(Goal.atMost("a dead endpoint / none, p50", 1.5, p50(dead) / p50(alive)));
  }

  private static double p50(Way way) {
    return Quantiles.median(way.took());
  }

  private static double p99(Way way) {
    return Quantiles.at(P99, way.took());
  }
}
