package dev.switchboard.bot.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.bot.model.ProviderFailure.Kind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has one model write down what is spoken, or speak what is written, once: {@code
 * /audio/transcriptions} and {@code /audio/speech} of OpenAI's protocol.
 */
@Singleton
final class VoiceCaller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TEXT = 1 << 20;
  private static final int MOST_SOUND = 8 << 20;
  private static final int LAST_OK = 299;

  // A provider that falls silent in the middle must hold up nobody else.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;

  VoiceCaller(Patience patience) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.connect())
            .executor(threads)
            .build();
  }

  /**
   * Has it written down.
   *
   * @param name of the file, whose ending providers go by
   * @param left how long it may take
   * @throws ProviderFailure when it brings nothing
   */
  Said<String> written(Model model, byte[] sound, String name, Duration left) {
    long begun = System.nanoTime();
    var boundary = UUID.randomUUID().toString();
    var head =
        field(boundary, "model", model.id())
            + field(boundary, "response_format", "json")
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, name)
            + "Content-Type: application/octet-stream\r\n\r\n";
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(sound),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    var type = "multipart/form-data; boundary=" + boundary;
    var answer = parsed(sent(model, "/audio/transcriptions", type, body, left, MOST_TEXT));
    if (!answer.has("text")) {
      throw new ProviderFailure(Kind.GARBAGE, "the answer holds no text");
    }
    return said(answer.path("text").asText("").strip(), usage(answer.path("usage")), begun);
  }

  private static String field(String boundary, String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(boundary, name, value);
  }

  // Some tell seconds, some tokens, some nothing: only seconds are what is paid here.
  private static Usage usage(JsonNode told) {
    long seconds = (long) Math.ceil(told.path("seconds").asDouble(0));
    return new Usage(seconds, 0, 0, 0, seconds > 0);
  }

  /**
   * Has it spoken, as MP3.
   *
   * @param voice as the provider calls it
   * @param left how long it may take
   * @throws ProviderFailure when it brings nothing
   */
  Said<byte[]> spoken(Model model, String text, String voice, Duration left) {
    long begun = System.nanoTime();
    var body =
        JSON.createObjectNode()
            .put("model", model.id())
            .put("input", text)
            .put("voice", voice)
            .put("response_format", "mp3");
    var publisher = BodyPublishers.ofString(body.toString());
    var sound = sent(model, "/audio/speech", "application/json", publisher, left, MOST_SOUND);
    if (sound.length == 0 || sound[0] == '{' || sound[0] == '<') {
      throw new ProviderFailure(Kind.GARBAGE, "the answer is no sound");
    }
    return said(sound, new Usage(text.length(), 0, 0, 0, true), begun);
  }

  private static <T> Said<T> said(T what, Usage usage, long begun) {
    return new Said<>(what, true, usage, Duration.ofNanos(System.nanoTime() - begun));
  }

  private byte[] sent(
      Model model, String path, String type, BodyPublisher body, Duration left, int most) {
    var request =
        HttpRequest.newBuilder(URI.create(model.url() + path))
            .timeout(left)
            .header("Content-Type", type)
            .POST(body);
    if (!model.key().isEmpty()) {
      request.header("Authorization", "Bearer " + model.key());
    }
    model.headers().forEach(request::header);
    var call = client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    try {
      return call.thenApplyAsync(response -> read(response, most), threads)
          .get(left.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new ProviderFailure(Kind.SLOW, "the answer was not there in time");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(Kind.CUT, "nobody waits for the answer any more");
    } catch (ExecutionException thrown) {
      throw failure(thrown);
    } finally {
      call.thenAccept(VoiceCaller::leave);
      call.cancel(true);
    }
  }

  private static void leave(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException gone) {
      // Nobody wants it any more.
    }
  }

  private static byte[] read(HttpResponse<InputStream> response, int most) {
    try (var in = response.body()) {
      var bytes = in.readNBytes(most + 1);
      if (response.statusCode() > LAST_OK) {
        throw ErrorBodies.of(
            response.statusCode(),
            name -> response.headers().firstValue(name),
            new String(bytes, StandardCharsets.UTF_8));
      }
      if (bytes.length > most) {
        throw new ProviderFailure(Kind.GARBAGE, "the answer is larger than any answer");
      }
      return bytes;
    } catch (IOException broken) {
      throw new ProviderFailure(Kind.CUT, "the provider broke the answer off");
    }
  }

  private static ProviderFailure failure(ExecutionException thrown) {
    return ProviderFailure.behind(thrown)
        .orElseGet(() ->
            thrown.getCause() instanceof HttpConnectTimeoutException
                    || thrown.getCause() instanceof ConnectException
                ? new ProviderFailure(Kind.UNREACHABLE, "the provider cannot be reached")
                : new ProviderFailure(Kind.CUT, "the provider broke the answer off"));
  }

  private static JsonNode parsed(byte[] bytes) {
    try {
      var answer = JSON.readTree(bytes);
      if (answer != null && answer.isObject()) {
        return answer;
      }
    } catch (IOException garbled) {
      // Said below, as for all that is no object.
    }
    throw new ProviderFailure(Kind.GARBAGE, "what the provider answered is no JSON object");
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
