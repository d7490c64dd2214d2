package dev.switchboard.app.bench.chat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A visitor's page as the server sees it: the calls of the widget. For one thread. */
public final class Page implements AutoCloseable {
  private static final ObjectMapper JSON = ObjectMapper.getDefault();
  private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final String CONVERSATIONS = "/widget/v1/conversations/";

  private final Connection connection;

  /** Connects. */
  public Page(URI server) throws IOException {
    connection = new Connection(server);
  }

  /**
   * What became of a message.
   *
   * <p>Only {@link Stored} is a promise. After {@link Busy} it may be sent again.
   */
  public sealed interface Sent {
    /** It is durable. */
    record Stored(String conversation, long seq) implements Sent {}

    /** Not now. */
    record Busy(int status) implements Sent {}

    /** The server did not like it, or failed. */
    record Failed(int status, String body) implements Sent {}
  }

  /** A message as its conversation shows it. */
  public record Shown(long seq, String author, String clientId, String text) {}

  /**
   * Begins as a new visitor.
   *
   * @return the token
   * @throws IOException when the server does not let anybody in now
   */
  public String begin() throws IOException {
    return text(tree(post("/widget/v1/sessions", "", "{\"locale\":\"en\"}")), "session_token");
  }

  /** Who speaks in the visitor's latest conversation: {@code bot}, {@code queued}, and so on. */
  public String state(String token) throws IOException {
    var body = "{\"resume\":\"%s\"}".formatted(token);
    var conversation = tree(post("/widget/v1/sessions", "", body)).get("conversation");
    return conversation == null ? "" : text(conversation, "state");
  }

  private String post(String path, String headers, String json) throws IOException {
    var answer = connection.post(path, headers, json);
    if (answer.status() != CREATED) {
      throw new IOException("the server said " + answer.status());
    }
    return answer.body();
  }

  /**
   * Sends a message.
   *
   * @param conversation its id, {@code new} for the visitor's first message
   */
  public Sent send(String token, String conversation, String clientId, String text)
      throws IOException {
    var body =
        "{\"client_message_id\":\"%s\",\"text\":\"%s\"}"
            .formatted(
                clientId, String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)));
    var answer =
        connection.post(CONVERSATIONS + conversation + "/messages", authorization(token), body);
    return switch (answer.status()) {
      // A message that was stored before is answered as such.
      case CREATED, OK -> stored(tree(answer.body()));
      case TOO_MANY, UNAVAILABLE -> new Sent.Busy(answer.status());
      default -> new Sent.Failed(answer.status(), answer.body());
    };
  }

  private static Sent stored(JsonNode answer) {
    return new Sent.Stored(text(answer, "conversation_id"), number(answer, "seq"));
  }

  /** Asks for the widget's settings: an exchange that writes nothing. */
  public void settings() throws IOException {
    connection.get("/widget/v1/config", "");
  }

  /** Asks for a person. */
  public void escalate(String token, String conversation) throws IOException {
    connection.post(CONVERSATIONS + conversation + "/escalate", authorization(token), "{}");
  }

  /**
   * The latest messages, at most 100, in their order.
   *
   * @throws IOException when the server does not show them
   */
  public List<Shown> messages(String token, String conversation) throws IOException {
    var path = CONVERSATIONS + conversation + "/messages?limit=100";
    var answer = connection.get(path, authorization(token));
    if (answer.status() != OK) {
      throw new IOException("the server said " + answer.status());
    }
    var shown = new ArrayList<Shown>();
    child(tree(answer.body()), "messages").values().forEach(each -> shown.add(shown(each)));
    return shown;
  }

  private static Shown shown(JsonNode message) {
    var clientId = child(message, "client_message_id");
    return new Shown(
        number(message, "seq"),
        text(child(message, "author"), "type"),
        clientId.isString() ? clientId.getStringValue() : "",
        text(message, "text"));
  }

  /**
   * Opens the conversation's stream; nothing else can be asked here then.
   *
   * @param after the number of the last message that the page has, 0 for none
   */
  public Events follow(String token, String conversation, long after) throws IOException {
    var headers = authorization(token) + "Last-Event-ID: %d\r\n".formatted(after);
    return connection.events(CONVERSATIONS + conversation + "/events", headers);
  }

  private static String authorization(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private static JsonNode tree(String json) throws IOException {
    var tree = JSON.readValue(json, TREE);
    if (tree == null) {
      throw new IOException("no JSON but " + json);
    }
    return tree;
  }

  private static String text(JsonNode node, String name) {
    return child(node, name).getStringValue();
  }

  private static long number(JsonNode node, String name) {
    return child(node, name).getLongValue();
  }

  private static JsonNode child(JsonNode node, String name) {
    var child = node.get(name);
    if (child == null) {
      throw new IllegalStateException("the server's answer has no " + name);
    }
    return child;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
