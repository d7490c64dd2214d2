package dev.switchboard.bot.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * The HTTP client under LangChain4j's models, which believes nobody: it reads no more than {@link
 * #MOST_BYTES}, waits for each part of an answer no longer than it is told to, takes nothing for an
 * answer that ends without saying that it ends, and tells each failure by its kind.
 */
final class GuardedHttpClient implements HttpClient {
  /** Most that is read of an answer, in bytes. */
  static final int MOST_BYTES = 2 << 20;

  private static final int MOST_ERROR = 64 << 10;
  private static final int OK = 200;
  private static final int LAST_OK = 299;

  private final java.net.http.HttpClient client;
  private final Patience patience;

  GuardedHttpClient(java.net.http.HttpClient client, Patience patience) {
    this.client = client;
    this.patience = patience;
  }

  /** LangChain4j wants it built; the times it would set are ours already. */
  static HttpClientBuilder builder(java.net.http.HttpClient client, Patience patience) {
    return new HttpClientBuilder() {
      @Override
      public Duration connectTimeout() {
        return patience.connect();
      }

      @Override
      public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
      }

      @Override
      public Duration readTimeout() {
        return patience.firstToken();
      }

      @Override
      public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
      }

      @Override
      public HttpClient build() {
        return new GuardedHttpClient(client, patience);
      }
    };
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var answer = answered(request);
    try (var body =
        new WatchedStream(
            answer.body(), patience.firstToken(), patience.firstToken(), MOST_BYTES)) {
      var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      ErrorBodies.inAnswer(text)
          .ifPresent(failure -> {
            throw failure;
          });
      return SuccessfulHttpResponse.builder()
          .statusCode(answer.statusCode())
          .headers(answer.headers().map())
          .body(text)
          .build();
    } catch (IOException broken) {
      throw failure(broken, Kind.CUT);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    var guarded = new GuardedListener(listener);
    Thread.startVirtualThread(() -> {
      try {
        stream(request, parser, guarded);
      } catch (ProviderFailure failure) {
        guarded.fail(failure);
      } catch (RuntimeException fault) {
        guarded.fail(
            new ProviderFailure(
                Kind.GARBAGE, "the answer cannot be read: " + fault.getClass().getSimpleName()));
      }
    });
  }

  private void stream(HttpRequest request, ServerSentEventParser parser, GuardedListener listener) {
    var answer = answered(request);
    var type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    try (var body =
        new WatchedStream(
            answer.body(), patience.firstToken(), patience.betweenTokens(), MOST_BYTES)) {
      if (!type.startsWith("text/event-stream")) {
        var text = new String(body.readNBytes(MOST_ERROR), StandardCharsets.UTF_8);
        throw ErrorBodies.inAnswer(text)
            .orElseGet(() ->
                new ProviderFailure(
                    Kind.GARBAGE,
                    "the provider answered with " + (type.isEmpty() ? "nothing known" : type)));
      }
      listener.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(answer.statusCode())
              .headers(answer.headers().map())
              .build());
      parser.parse(body, listener);
      // The parser tells the listener itself when reading fails; only we know why it did.
      body.failure().ifPresent(listener::fail);
      listener.end();
    } catch (IOException broken) {
      throw failure(broken, Kind.CUT);
    }
  }

  private HttpResponse<InputStream> answered(HttpRequest request) {
    var builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(patience.firstToken())
            .method(
                request.method().name(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    try {
      var answer = client.send(builder.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() < OK || answer.statusCode() > LAST_OK) {
        throw refused(answer);
      }
      return answer;
    } catch (HttpConnectTimeoutException | ConnectException nobody) {
      throw new ProviderFailure(Kind.UNREACHABLE, "the provider cannot be reached");
    } catch (HttpTimeoutException late) {
      throw new ProviderFailure(Kind.SLOW, "the provider did not begin to answer in time");
    } catch (IOException broken) {
      throw failure(broken, Kind.UNREACHABLE);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(Kind.CUT, "nobody waits for the answer any more");
    }
  }

  private ProviderFailure refused(HttpResponse<InputStream> answer) throws IOException {
    try (var body =
        new WatchedStream(
            answer.body(), patience.firstToken(), patience.firstToken(), MOST_ERROR)) {
      var text = new String(body.readNBytes(MOST_ERROR), StandardCharsets.UTF_8);
      return ErrorBodies.of(answer.statusCode(), answer.headers()::firstValue, text);
    }
  }

  private static ProviderFailure failure(IOException broken, Kind kind) {
    return ProviderFailure.behind(broken)
        .orElseGet(() ->
            new ProviderFailure(
                kind, "the connection broke: " + broken.getClass().getSimpleName()));
  }
}
