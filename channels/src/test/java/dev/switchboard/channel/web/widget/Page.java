package dev.switchboard.channel.web.widget;

import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
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

/** A page with the widget on it, as the server sees it. */
public final class Page {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String BOUNDARY = "----form7MA4YWxkTrZu0gW";

  /** The content type of {@link #form}. */
  static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final JsonMapper json;
  String token = "";

  public Page(URI server, JsonMapper json) {
    this.server = server;
    this.json = json;
  }

  /** Begins a visit. */
  public Tree visit() {
    var opened = tree(post("sessions", "{}"));
    token = opened.get("session_token").getStringValue();
    return opened;
  }

  /** Sends a message that has to be accepted. */
  public Tree say(String conversation, String key, String text) {
    return tree(send(conversation, key, text));
  }

  HttpResponse<String> send(String conversation, String key, String text) {
    return post(
        "conversations/" + conversation + "/messages",
        text(Map.of("client_message_id", key, "text", text)));
  }

  private String text(Map<String, String> object) {
    try {
      return json.writeValueAsString(object);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends a file that has to be accepted, and gives its id. */
  String upload(String name, byte[] content) {
    return tree(send(name, content)).get("attachment_id").getStringValue();
  }

  HttpResponse<String> send(String name, byte[] content) {
    return form(form("file", name, content));
  }

  HttpResponse<String> form(byte[] form) {
    return exchange(
        to("attachments").setHeader("Content-Type", FORM).POST(BodyPublishers.ofByteArray(form)));
  }

  /** A form as browsers write it. */
  static byte[] form(String field, String name, byte[] content) {
    var form = new ByteArrayOutputStream();
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, field, name)
            + "Content-Type: application/octet-stream\r\n\r\n";
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  /** The bytes behind a link that needs no token. */
  HttpResponse<byte[]> fetch(String url) {
    try {
      return client.send(
          HttpRequest.newBuilder(server.resolve(url)).timeout(PATIENCE).build(),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("the server hung up", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  public HttpResponse<String> post(String path, String body) {
    return exchange(to(path).POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> get(String path) {
    return exchange(to(path).GET());
  }

  HttpRequest.Builder to(String path) {
    var request =
        HttpRequest.newBuilder(server.resolve("/widget/v1/" + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
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

  public Tree tree(HttpResponse<String> response) {
    return Tree.of(response.body(), json);
  }

  /** Follows a conversation after the message of that number. */
  public Events follow(String conversation, long after) throws Exception {
    var response =
        client.send(
            to("conversations/" + conversation + "/events")
                .header("Last-Event-ID", String.valueOf(after))
                .GET()
                .build(),
            BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError("status " + response.statusCode());
    }
    return new Events(
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)), json);
  }

  /** An event as it was sent. */
  public record Told(String name, String id, Tree data) {}

  /** The events of an open stream. */
  public static final class Events implements AutoCloseable {
    private final BufferedReader lines;
    private final JsonMapper json;

    public Events(BufferedReader lines, JsonMapper json) {
      this.lines = lines;
      this.json = json;
    }

    /** The next event of that name. */
    public Told next(String name) throws IOException {
      for (var told = next(); ; told = next()) {
        if (told.name().equals(name)) {
          return told;
        }
      }
    }

    private Told next() throws IOException {
      var name = "";
      var id = "";
      var data = "";
      for (var line = lines.readLine(); ; line = lines.readLine()) {
        if (line == null) {
          throw new AssertionError("the stream has ended");
        }
        if (line.isEmpty() && !name.isEmpty()) {
          return new Told(name, id, Tree.of(data, json));
        }
        name = line.startsWith("event:") ? line.substring(6).strip() : name;
        id = line.startsWith("id:") ? line.substring(3).strip() : id;
        data = line.startsWith("data:") ? data + line.substring(5).strip() : data;
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
