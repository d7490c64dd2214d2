package dev.switchboard.app.bench;

import dev.switchboard.app.bench.chat.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Asks over one kept connection. For one thread. */
final class Caller implements Contestant, AutoCloseable {
  private static final int OK = 200;

  private final URI server;
  private Connection connection;

  Caller(URI server) throws IOException {
    this.server = server;
    connection = new Connection(server);
  }

  // The server closes a quiet connection, and the others may have taken long.
  @Override
  public Samples.Round round(Iterable<String> questions) {
    try {
      connection.close();
      connection = new Connection(server);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return Contestant.super.round(questions);
  }

  @Override
  public void answer(String question) throws IOException {
    ask(question);
  }

  /** The answer as JSON. */
  String ask(String question) throws IOException {
    var body = "{\"question\":\"" + question.replace("\"", "\\\"") + "\"}";
    return body(connection.post("/api/v1/ask", "", body));
  }

  /** Whether there is such a page; the last thing to ask over the connection. */
  boolean has(String path) throws IOException {
    body(connection.get(path, ""));
    return true;
  }

  private static String body(Connection.Answer answer) throws IOException {
    if (answer.status() != OK) {
      throw new IOException("the server said " + answer.status());
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
