package dev.switchboard.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of the running server under requests that chance has changed. The seed of a run is
 * printed; {@code -Dfuzz.seed=…} repeats it, {@code -Dfuzz.requests=…} makes it longer.
 */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FuzzTest implements TestPropertyProvider {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 10_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int VISITS_EVERY = 60;

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "post", "X-1");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "*/*",
          "a/b; c=\"",
          "multipart/form-data; boundary=x",
          "application/json; charset=nothing");
  private static final List<String> BODIES =
      List.of(
          "{\"client_message_id\":\"k1\",\"text\":\"hello\",\"attachments\":[\"x\"]}",
          "{\"client_message_id\":\"k2\",\"text\":\"How long is the delivery?\"}",
          "{\"email\":\"ann@example.com\",\"text\":\"hello\"}",
          "{\"resume\":\"x\",\"locale\":\"de\",\"jwt\":\"a.b.c\"}",
          "{\"question\":\"hello\",\"history\":[{\"question\":\"a\",\"articles\":[]}]}",
          "{\"message_id\":\"x.1\",\"value\":\"up\"}",
          "{\"typing\":true}",
          "{\"seq\":1}",
          "{\"score\":3,\"comment\":\"fine\"}",
          "{}");
  private static final List<String> QUERIES =
      List.of("after", "before", "limit", "until", "signature", "x", "key", "page");
  private static final List<Map.Entry<String, String>> HEADERS =
      List.of(
          Map.entry("Origin", "https://evil.example"),
          Map.entry("Origin", "null"),
          Map.entry("Accept", "application/xml"),
          Map.entry("Accept", "text/event-stream"),
          Map.entry("Accept", "\"\";;"),
          Map.entry("Accept-Language", "x-" + "y".repeat(500)),
          Map.entry("Content-Encoding", "gzip"),
          Map.entry("Accept-Encoding", "gzip"),
          Map.entry("Last-Event-ID", "-1"),
          Map.entry("Last-Event-ID", "99999999999999999999"),
          Map.entry("Range", "bytes=9-1"),
          Map.entry("If-None-Match", "\"x"),
          Map.entry("If-Modified-Since", "yesterday"),
          Map.entry("X-HTTP-Method-Override", "DELETE"),
          Map.entry("X-Forwarded-For", "127.0.0.1"),
          Map.entry("Forwarded", "for=\"[::1]\";host=x"),
          Map.entry("Cookie", "a=" + "b".repeat(3_000)),
          Map.entry("Authorization", "Basic eDp5"),
          Map.entry("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."));

  @TempDir static Path folder;

  @Inject EmbeddedServer server;
  @Inject JsonMapper json;
  @Inject Router router;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger hungUp = new AtomicInteger();
  private List<UriRouteInfo<?, ?>> routes = List.of();
  private String others = "";

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "datasources.default.url",
        DoorTest.DATABASE.replace("door", "fuzz"),
        "switchboard.data",
        folder.toString(),
        "switchboard.widget.requests-per-minute",
        "10000000");
  }

  @BeforeAll
  void readTheRoutes() {
    routes = router.uriRoutes().<UriRouteInfo<?, ?>>map(route -> route).toList();
    var stranger = new Page(server.getURI(), json);
    stranger.visit();
    others = stranger.say("new", "k1", "hello").get("conversation_id").getStringValue();
  }

  @Test
  void neitherFailsNorHangsNorTellsOfItsInside() throws Exception {
    System.out.printf("%d requests to %d routes, seed %d%n", REQUESTS, routes.size(), SEED);

    atOnce(share -> {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + share);
      var page = new Page(server.getURI(), json);
      var mine = "";
      for (int i = 0; i < REQUESTS / AT_ONCE; i++) {
        if (i % VISITS_EVERY == 0) {
          page = new Page(server.getURI(), json);
          page.visit();
          mine = page.say("new", "k1", "hello").get("conversation_id").getStringValue();
        }
        send(new Mutation(random), random, page.token, mine);
      }
      return share;
    });

    assertThat(failures).as("seed %d", SEED).isEmpty();
    assertThat(hungUp.get()).as("connections that the server closed").isLessThan(REQUESTS / 50);
    assertThat(new Page(server.getURI(), json).visit().get("visitor_id").isNull()).isFalse();
  }

  private void send(Mutation mutation, RandomGenerator random, String token, String mine) {
    var route = mutation.any(routes);
    var path = path(route, mutation, mine);
    var method = mutation.chance(85) ? route.getHttpMethodName() : mutation.any(METHODS);
    var request = HttpRequest.newBuilder().timeout(PATIENCE);
    try {
      request.uri(URI.create(server.getURI() + path));
      body(request, method, mutation);
      if (mutation.chance(80)) {
        request.header("Authorization", "Bearer " + (mutation.chance(95) ? token : others));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        var header = mutation.any(HEADERS);
        request.header(header.getKey(), header.getValue());
      }
    } catch (IllegalArgumentException notEvenARequest) {
      return;
    }
    exchange(request.build());
  }

  private String path(UriRouteInfo<?, ?> route, Mutation mutation, String mine) {
    var path = new StringBuilder();
    for (var part : route.getUriMatchTemplate().toPathString().split("/")) {
      if (!part.isEmpty()) {
        path.append('/').append(part.startsWith("{") ? variable(mutation, mine) : part);
      }
    }
    if (mutation.chance(5)) {
      path.append('/').append(mutation.part());
    }
    for (char mark = '?'; mutation.chance(40); mark = '&') {
      path.append(mark).append(mutation.any(QUERIES)).append('=').append(mutation.part());
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private String variable(Mutation mutation, String mine) {
    return mutation.chance(60) ? mine : mutation.chance(40) ? others : mutation.part();
  }

  private static void body(HttpRequest.Builder request, String method, Mutation mutation) {
    if (method.equals("GET") && mutation.chance(90)) {
      request.method(method, BodyPublishers.noBody());
    } else if (mutation.chance(15)) {
      var form = Page.form("file", "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
      request.header("Content-Type", Page.FORM);
      request.method(method, BodyPublishers.ofByteArray(mutation.bytes(form)));
    } else {
      request.header("Content-Type", mutation.chance(80) ? TYPES.getFirst() : mutation.any(TYPES));
      request.method(method, BodyPublishers.ofByteArray(mutation.json(mutation.any(BODIES))));
    }
  }

  private void exchange(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      var stream =
          response.headers().firstValue("Content-Type").orElse("").contains("event-stream");
      try (var body = response.body()) {
        check(request, response.statusCode(), stream ? "" : text(body));
      }
    } catch (HttpTimeoutException hang) {
      failures.add("hangs: " + request + " " + request.headers().map());
    } catch (IOException closed) {
      hungUp.incrementAndGet();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readNBytes(100_000), StandardCharsets.UTF_8);
  }

  private void check(HttpRequest request, int status, String body) {
    boolean refusedOnPurpose = status == HttpStatus.NOT_IMPLEMENTED.getCode();
    boolean tells =
        body.contains("Exception") || body.contains("\tat ") || body.contains("io.micr");
    if (status >= 500 && !refusedOnPurpose || tells && status >= 400) {
      failures.add(status + ": " + request + " " + request.headers().map() + " " + body);
    }
  }

  @Test
  void staysOnItsFeetWhenEverybodyComesAtOnce() throws Exception {
    var statuses = new ConcurrentLinkedQueue<Integer>();
    var page = new Page(server.getURI(), json);
    page.visit();
    long begun = System.nanoTime();

    atOnce(share -> {
      for (int i = 0; i < REQUESTS / AT_ONCE; i++) {
        var answer = i % 2 == 0 ? page.get("config") : page.send("new", "k" + i, "hello");
        statuses.add(answer.statusCode());
      }
      return share;
    });

    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%d requests in %.1f s%n", statuses.size(), seconds);
    assertThat(statuses)
        .hasSize(REQUESTS)
        .allMatch(status -> status == 200 || status == 201 || status == 422 || status == 429);
  }

  private static void atOnce(Function<Integer, Integer> work) throws Exception {
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      var shares = new ArrayList<Callable<Integer>>();
      IntStream.range(0, AT_ONCE).forEach(share -> shares.add(() -> work.apply(share)));
      for (var done : pool.invokeAll(shares)) {
        done.get();
      }
    }
  }
}
