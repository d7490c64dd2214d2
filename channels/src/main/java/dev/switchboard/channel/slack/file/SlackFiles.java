package dev.switchboard.channel.slack.file;

import com.slack.api.methods.response.files.FilesInfoResponse;
import dev.switchboard.channel.slack.api.Outcome;
import dev.switchboard.channel.slack.api.SlackApi;
import dev.switchboard.channel.slack.api.SlackSettings;
import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.event.Happened.SentFile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches files out of Slack.
 *
 * <p>The app's token goes along, so nothing is asked for anywhere but at Slack, wherever it may
 * send us.
 */
@Singleton
final class SlackFiles {
  private static final int MOST_HOPS = 5;
  private static final String SLACK = "slack.com";

  private final OkHttpClient client;
  private final SlackApi api;
  private final URI apiUrl;

  SlackFiles(SlackSettings settings, SlackApi api) {
    this.api = api;
    apiUrl = settings.apiUrl();
    client =
        new OkHttpClient.Builder()
            .callTimeout(settings.timeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
  }

  /** What a file holds, or why it cannot be had, in words. */
  sealed interface Fetched {
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes) implements Fetched {}

    record Failed(String because) implements Fetched {}
  }

  /** The content of the file, if it has so many bytes at most. */
  Fetched fetch(Workspace workspace, SentFile file, int most) {
    var url = file.url().isEmpty() ? asked(workspace, file) : Optional.of(file.url());
    return url.map(HttpUrl::parse)
        .map(address -> fetch(workspace, address, most))
        .orElseGet(() -> new Fetched.Failed("Slack does not give it out"));
  }

  // Of a file from another workspace an event tells nothing but the id.
  private Optional<String> asked(Workspace workspace, SentFile file) {
    var outcome =
        api.call(workspace.token(), methods -> methods.filesInfo(asks -> asks.file(file.id())));
    return outcome instanceof Outcome.Done<FilesInfoResponse>(var told) && told.getFile() != null
        ? Optional.ofNullable(told.getFile().getUrlPrivateDownload())
        : Optional.empty();
  }

  private Fetched fetch(Workspace workspace, HttpUrl first, int most) {
    var address = first;
    try {
      for (int hop = 0; hop < MOST_HOPS; hop++) {
        if (!isSlack(address)) {
          return new Fetched.Failed("it is not kept by Slack");
        }
        try (var answer = client.newCall(request(workspace, address)).execute()) {
          var further = answer.isRedirect() ? answer.header("Location") : null;
          if (further == null) {
            return content(answer, most);
          }
          address = Objects.requireNonNullElse(address.resolve(further), first);
        }
      }
      return new Fetched.Failed("Slack sends us in circles for it");
    } catch (IOException lost) {
      return new Fetched.Failed("Slack did not send it");
    }
  }

  private static Request request(Workspace workspace, HttpUrl address) {
    return new Request.Builder()
        .url(address)
        .header("Authorization", "Bearer " + workspace.token())
        .build();
  }

  private boolean isSlack(HttpUrl address) {
    boolean known = address.host().equals(SLACK) || address.host().endsWith("." + SLACK);
    boolean ours = address.host().equals(apiUrl.getHost()) && address.port() == port(apiUrl);
    return known && address.isHttps() || ours && address.scheme().equals(apiUrl.getScheme());
  }

  private static int port(URI address) {
    return address.getPort() == -1 ? HttpUrl.defaultPort(address.getScheme()) : address.getPort();
  }

  private static Fetched content(Response answer, int most) throws IOException {
    if (!answer.isSuccessful()) {
      return new Fetched.Failed("Slack answered " + answer.code());
    }
    // Without the right to read files Slack shows a page to sign in, as if that were the file.
    var body = Objects.requireNonNull(answer.body(), "an answer to a call has a body");
    if (String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
      return new Fetched.Failed("the app may not read files in Slack (files:read)");
    }
    var bytes = body.byteStream().readNBytes(most + 1);
    return bytes.length > most
        ? new Fetched.Failed("it is larger than %d MB".formatted(most >> 20))
        : new Fetched.Content(bytes);
  }

  @PreDestroy
  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
