package dev.switchboard.bot.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Passes a question on to one model once, without a look at more of it than must be known. */
@Singleton
final class RelayCaller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_ERROR = 64 << 10;
  private static final int OK = 200;
  private static final int LAST_OK = 299;
  private static final String LATE = "the answer was not there in time";
  private static final Set<String> SYSTEM = Set.of("system", "developer");
  private static final int AT_A_TIME = 8_192;
  private static final byte[] IN_PIECES = {};

  private final Patience patience;
  private final RequestConfig usual;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-clock").factory());

  RelayCaller(Patience patience) {
    this.patience = patience;
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(timeout(patience.connect())).build())
            .build();
    usual =
        RequestConfig.custom()
            .setResponseTimeout(timeout(patience.firstToken()))
            .setConnectionRequestTimeout(timeout(patience.connect()))
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableDefaultUserAgent()
            .build();
  }

  private static Timeout timeout(Duration time) {
    return Timeout.ofMilliseconds(time.toMillis());
  }

  /**
   * Asks the model.
   *
   * @param terms on which it is asked
   * @param left how long it may take
   * @param pieces hears the data of each event
   * @throws ProviderFailure when it brings no answer
   */
  Said<byte[]> call(Model model, Relay relay, Terms terms, Duration left, Pieces pieces) {
    var post = new HttpPost(model.url() + "/chat/completions");
    if (!model.key().isEmpty()) {
      post.setHeader("Authorization", "Bearer " + model.key());
    }
    model.headers().forEach(post::setHeader);
    long begun = System.nanoTime();
    var watch = new Watch(post, relay.streams(), left);
    post.setConfig(config(left));
    try {
      post.setEntity(
          new ByteArrayEntity(
              JSON.writeValueAsBytes(body(model, relay, terms.most(model))),
              ContentType.APPLICATION_JSON));
      return client.execute(
          post,
          response -> {
            if (response.getCode() < OK || response.getCode() > LAST_OK) {
              throw refused(response);
            }
            var body = response.getEntity().getContent();
            return relay.streams() && isStream(response)
                ? streamed(relay, body, watch, pieces, begun)
                : whole(relay, body, watch, pieces, begun);
          });
    } catch (HttpHostConnectException | ConnectTimeoutException nobody) {
      throw new ProviderFailure(Kind.UNREACHABLE, "the provider cannot be reached");
    } catch (IOException broken) {
      throw watch.reason().orElseGet(() -> failure(broken));
    } finally {
      watch.over();
    }
  }

  private RequestConfig config(Duration left) {
    return left.compareTo(patience.firstToken()) >= 0
        ? usual
        : RequestConfig.copy(usual).setResponseTimeout(timeout(left)).build();
  }

  private static ProviderFailure failure(IOException broken) {
    if (Thread.currentThread().isInterrupted()) {
      return new ProviderFailure(Kind.CUT, "nobody waits for the answer any more");
    }
    return ProviderFailure.behind(broken)
        .orElseGet(() ->
            broken instanceof SocketTimeoutException
                ? new ProviderFailure(Kind.SLOW, "the provider did not begin to answer in time")
                : new ProviderFailure(Kind.CUT, "the provider broke the answer off"));
  }

  private static boolean isStream(ClassicHttpResponse response) {
    var type = Optional.ofNullable(response.getEntity().getContentType()).orElse("");
    return type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
  }

  /** What the client sent, in the words of the model. */
  private static ObjectNode body(Model model, Relay relay, int most) {
    var body = JSON.createObjectNode();
    body.setAll(relay.body());
    body.put("model", model.id());
    if (!model.quirks().streams()) {
      body.remove(List.of("stream", "stream_options"));
    } else if (relay.streams()) {
      body.putObject("stream_options").put("include_usage", true);
    }
    if (!model.quirks().system()) {
      body.set("messages", withoutSystem(body.path("messages")));
    }
    body.remove(List.of("max_tokens", "max_completion_tokens"));
    body.put(model.quirks().completionTokens() ? "max_completion_tokens" : "max_tokens", most);
    if (!model.quirks().temperature()) {
      body.remove("temperature");
    }
    return body;
  }

  /** With the words of the system as words of the user, for a model that knows no others. */
  private static JsonNode withoutSystem(JsonNode messages) {
    var others = JSON.createArrayNode();
    for (var message : messages) {
      var role = message.path("role").asText("");
      others.add(
          SYSTEM.contains(role) ? message.<ObjectNode>deepCopy().put("role", "user") : message);
    }
    return others;
  }

  private static ProviderFailure refused(ClassicHttpResponse response) throws IOException {
    var body = response.getEntity();
    var text =
        body == null
            ? ""
            : new String(body.getContent().readNBytes(MOST_ERROR), StandardCharsets.UTF_8);
    return ErrorBodies.of(
        response.getCode(),
        name -> Optional.ofNullable(response.getFirstHeader(name)).map(header -> header.getValue()),
        text);
  }

  private static Said<byte[]> whole(
      Relay relay, InputStream in, Watch watch, Pieces pieces, long begun) throws IOException {
    var bytes = all(in, watch);
    var answer = parsed(bytes);
    ErrorBodies.inAnswer(answer)
        .ifPresent(failure -> {
          throw failure;
        });
    var choice = answer.path("choices").path(0);
    var message = choice.path("message");
    if (message.path("content").asText("").isBlank()
        && message.path("tool_calls").isEmpty()
        && !message.has("audio")) {
      throw new ProviderFailure(Kind.GARBAGE, "the answer is empty");
    }
    var first = Duration.ofNanos(System.nanoTime() - begun);
    if (relay.streams()) {
      SinglePiece.of(answer).forEach(pieces::next);
    }
    return new Said<>(
        relay.streams() ? IN_PIECES : bytes,
        !choice.path("finish_reason").asText("").equals("length"),
        usage(answer.path("usage"), relay, message.toString()),
        first);
  }

  private static byte[] all(InputStream in, Watch watch) throws IOException {
    var all = new ByteArrayOutputStream(AT_A_TIME);
    var some = new byte[AT_A_TIME];
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      all.write(some, 0, read);
      watch.checkEnd();
      if (all.size() > MOST_BYTES) {
        throw new ProviderFailure(Kind.GARBAGE, "the answer is larger than any answer");
      }
    }
    return all.toByteArray();
  }

  private static JsonNode parsed(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException broken) {
      throw new ProviderFailure(Kind.GARBAGE, "what the provider answered is no JSON object");
    }
  }

  private static Said<byte[]> streamed(
      Relay relay, InputStream in, Watch watch, Pieces pieces, long begun) throws IOException {
    var events = new EventLines(in, MOST_BYTES);
    var heard = new RelayedStream(pieces, relay.tellsUsage(), begun);
    for (var data = events.next(); data != null; data = events.next()) {
      watch.alive();
      heard.next(data, piece(data));
    }
    heard.end();
    return new Said<>(
        IN_PIECES, heard.isComplete(), usage(heard.usage(), relay, heard.text()), heard.first());
  }

  private static JsonNode piece(String data) {
    try {
      return data.equals(RelayedStream.DONE) ? JSON.missingNode() : JSON.readTree(data);
    } catch (JsonProcessingException broken) {
      throw new ProviderFailure(Kind.GARBAGE, "a piece of the answer is no JSON");
    }
  }

  private static Usage usage(JsonNode told, Relay relay, String answer) {
    long in = told.path("prompt_tokens").asLong(-1);
    long out = told.path("completion_tokens").asLong(-1);
    return in < 0 || out < 0
        ? new Usage(relay.terms().tokensIn(), TokenEstimate.of(answer), 0, 0, false)
        : new Usage(
            in,
            out,
            told.path("prompt_tokens_details").path("cached_tokens").asLong(0),
            told.path("completion_tokens_details").path("reasoning_tokens").asLong(0),
            true);
  }

  /**
   * Ends a call that takes too long. Of an answer in one piece the socket tells that it is late;
   * one in pieces is looked after while nothing comes.
   */
  private final class Watch {
    private final HttpPost post;
    private final long end;
    private final Thread caller = Thread.currentThread();
    private final @Nullable Future<?> watching;
    private volatile long last = System.nanoTime();
    private volatile boolean begun;
    private volatile @Nullable ProviderFailure reason;

    private Watch(HttpPost post, boolean streams, Duration left) {
      this.post = post;
      end = System.nanoTime() + left.toNanos();
      long every = Math.clamp(patience.betweenTokens().toMillis() / 4, 10, 250);
      watching =
          streams
              ? clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS)
              : null;
    }

    private void look() {
      long now = System.nanoTime();
      // A socket does not hear of it, and the provider would go on.
      if (caller.isInterrupted()) {
        stop(new ProviderFailure(Kind.CUT, "nobody waits for the answer any more"));
      } else if (now > end) {
        stop(new ProviderFailure(Kind.SLOW, LATE));
      } else if (begun && now - last > patience.betweenTokens().toNanos()) {
        stop(new ProviderFailure(Kind.STALLED, "the provider fell silent in the middle"));
      }
    }

    private void stop(ProviderFailure why) {
      reason = why;
      post.cancel();
    }

    private void alive() {
      begun = true;
      last = System.nanoTime();
    }

    private void checkEnd() {
      if (System.nanoTime() > end) {
        throw new ProviderFailure(Kind.SLOW, LATE);
      }
    }

    private Optional<ProviderFailure> reason() {
      return Optional.ofNullable(reason);
    }

    private void over() {
      if (watching != null) {
        watching.cancel(false);
      }
    }
  }

  @PreDestroy
  void close() throws IOException {
    clock.shutdownNow();
    client.close();
  }
}
