package dev.switchboard.channel.desk;

import dev.switchboard.bot.account.Session;
import dev.switchboard.bot.account.Sessions;
import dev.switchboard.channel.web.widget.Page;
import dev.switchboard.channel.web.widget.Tree;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The desk of one agent, as the server sees it. */
final class AgentPage {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final JsonMapper json;
  private final Sessions.Opened opened;
  private final String csrf;

  AgentPage(URI server, JsonMapper json, Sessions.Opened opened) {
    this.server = server;
    this.json = json;
    this.opened = opened;
    csrf = get("me").get("csrf").getStringValue();
  }

  Session session() {
    return opened.session();
  }

  String token() {
    return opened.token();
  }

  /** What an address shows that must be there. */
  Tree get(String path) {
    var response = look(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return Tree.of(response.body(), json);
  }

  HttpResponse<String> look(String path) {
    return exchange(to(path).GET());
  }

  /** Does something on a case, and says with which status it was answered. */
  int does(String id, String what, Map<String, ?> body) {
    return act(id, what, body).statusCode();
  }

  HttpResponse<String> act(String id, String what, Map<String, ?> body) {
    return post("cases/" + id + "/" + what, text(body));
  }

  HttpResponse<String> post(String path, String body) {
    return exchange(to(path).header("X-CSRF-Token", csrf).POST(BodyPublishers.ofString(body)));
  }

  /** A request with the cookie and nothing else. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve("/desk/api/" + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Cookie", "switchboard-session=" + opened.token());
  }

  HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("the server hung up", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** What is told from now on: of the list, and of a case unless it is empty. */
  Page.Events follow(String id) throws Exception {
    var response = client.send(to("events?case=" + id).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError("status " + response.statusCode());
    }
    return new Page.Events(
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)), json);
  }

  private String text(Map<String, ?> object) {
    try {
      return json.writeValueAsString(object);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
