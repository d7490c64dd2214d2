package dev.switchboard.app.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;

/** A customer of the web widget, who may go on at another server. */
public final class Customer {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String token;
  private volatile String conversation = "new";

  private Customer(String token) {
    this.token = token;
  }

  public static Customer at(URI server) throws IOException, InterruptedException {
    var answer = post(server.resolve("/widget/v1/sessions"), Map.of(), "");
    return new Customer(read(answer).get("session_token").asText());
  }

  String conversation() {
    return conversation;
  }

  /** Sends a message; the id makes it the same when it is sent again. */
  public HttpResponse<String> send(URI server, String id, String text)
      throws IOException, InterruptedException {
    var answer =
        post(
            server.resolve("/widget/v1/conversations/" + conversation + "/messages"),
            Map.of("client_message_id", id, "text", text),
            token);
    if (isStored(answer)) {
      conversation = read(answer).get("conversation_id").asText();
    }
    return answer;
  }

  /** Whether the message is durable, now or since it was sent before. */
  public static boolean isStored(HttpResponse<String> answer) {
    return answer.statusCode() == 201 || answer.statusCode() == 200;
  }

  /** What both sides wrote, each with who wrote it, such as "customer: Hello". */
  public List<String> messages(URI server) throws IOException, InterruptedException {
    var request =
        request(server.resolve("/widget/v1/conversations/" + conversation + "/messages")).GET();
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    return StreamSupport.stream(read(answer).get("messages").spliterator(), false)
        .map(Customer::written)
        .toList();
  }

  private static String written(JsonNode message) {
    return message.get("author").get("type").asText() + ": " + message.get("text").asText();
  }

  /** The lines of the stream as they come; the future ends with the stream. */
  CompletableFuture<Void> listen(URI server, Queue<String> lines) {
    var request =
        request(server.resolve("/widget/v1/conversations/" + conversation + "/events")).GET();
    return HTTP.sendAsync(request.build(), BodyHandlers.ofLines())
        .thenAcceptAsync(answer -> {
          try {
            answer.body().forEach(lines::add);
          } catch (UncheckedIOException cut) {
            lines.add("cut off");
          }
        });
  }

  static Queue<String> lines() {
    return new ConcurrentLinkedQueue<>();
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> post(URI address, Map<String, String> body, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode read(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
