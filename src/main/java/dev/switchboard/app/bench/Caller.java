package dev.switchboard.app.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks over one kept connection, without a client library, whose own work would be measured with
 * the server's. For one thread.
 */
final class Caller implements Contestant, AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final URI server;
  private final String host;
  private Socket socket;
  private InputStream in;

  Caller(URI server) throws IOException {
    this.server = server;
    host = server.getAuthority();
    socket = connected();
    in = new BufferedInputStream(socket.getInputStream());
  }

  private Socket connected() throws IOException {
    var fresh = new Socket(server.getHost(), server.getPort());
    fresh.setTcpNoDelay(true);
    return fresh;
  }

  // The server closes a quiet connection, and the others may have taken long.
  @Override
  public Samples.Round round(Iterable<String> questions) {
    try {
      socket.close();
      socket = connected();
      in = new BufferedInputStream(socket.getInputStream());
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
    return exchange(
        "POST /api/v1/ask HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                .formatted(host)
            + "Content-Length: %d\r\n\r\n%s"
                .formatted(body.getBytes(StandardCharsets.UTF_8).length, body));
  }

  /** Whether there is such a page; the last thing to ask over the connection. */
  boolean has(String path) throws IOException {
    exchange("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, host));
    return true;
  }

  private String exchange(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    var status = line();
    int length = 0;
    for (var header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    var body = in.readNBytes(length);
    if (!status.contains(" 200 ")) {
      throw new IOException("the server said " + status);
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
