package dev.switchboard.channel.signin;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A colleague's browser, as the server sees it: it keeps a cookie and knows the page's token. */
final class Browser {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SESSION = "switchboard-session=";
  private static final String KNOWN = "switchboard-browser=";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.createDefault();

  private final URI server;
  String cookie = "";
  String csrf = "";
  private String known = "";

  Browser(URI server) {
    this.server = server;
  }

  HttpResponse<String> get(String path) {
    return exchange(to(path));
  }

  /** Goes to a page as a person does. */
  HttpResponse<String> open(String path) {
    return exchange(to(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  HttpResponse<String> post(String path, Map<String, ?> body) {
    return post(path, json(body));
  }

  HttpResponse<String> post(String path, String body) {
    var request = to(path).header("Content-Type", "application/json");
    return exchange(
        (csrf.isEmpty() ? request : request.header("X-CSRF-Token", csrf))
            .POST(BodyPublishers.ofString(body)));
  }

  /** A request with the cookie and nothing else. */
  HttpRequest.Builder to(String path) {
    var request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    var cookies = Stream.of(cookie, known).filter(each -> !each.isEmpty()).toList();
    return cookies.isEmpty() ? request : request.header("Cookie", String.join("; ", cookies));
  }

  HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      set(response, SESSION).ifPresent(set -> cookie = set);
      set(response, KNOWN).ifPresent(set -> known = set);
      return response;
    } catch (IOException e) {
      throw new AssertionError("the server hung up", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static Optional<String> set(HttpResponse<?> response, String name) {
    return set(response)
        .filter(set -> set.startsWith(name))
        .map(set -> set.substring(0, set.indexOf(';')))
        .findFirst();
  }

  /** The cookies that a response sets. */
  static Stream<String> set(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream();
  }

  /** A text of an answer. */
  static String text(HttpResponse<String> response, String key) {
    return String.valueOf(object(response).get(key));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(HttpResponse<String> response) {
    try {
      return Objects.requireNonNull(JSON.readValue(response.body(), Map.class));
    } catch (IOException e) {
      throw new AssertionError("no JSON object: " + response.body(), e);
    }
  }

  private static String json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
