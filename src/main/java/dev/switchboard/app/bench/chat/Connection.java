package dev.switchboard.app.bench.chat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept HTTP connection without a client library, whose own work would be measured with the
 * server's. For one thread.
 */
public final class Connection implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String host;
  private final Socket socket;
  private final InputStream in;

  /**
   * Connects.
   *
   * @throws IOException when nobody listens there
   */
  public Connection(URI server) throws IOException {
    host = server.getAuthority();
    socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(
          new InetSocketAddress(server.getHost(), server.getPort()), (int) PATIENCE.toMillis());
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException fault) {
      socket.close();
      throw fault;
    }
  }

  /**
   * What the server said.
   *
   * @param status of HTTP
   * @param body empty where there was none
   */
  public record Answer(int status, String body) {}

  /**
   * Sends JSON and waits for the answer.
   *
   * @param headers lines that end with CR LF, or an empty text
   * @throws IOException when the connection ends before the answer does
   */
  public Answer post(String path, String headers, String json) throws IOException {
    var head = head("POST", path, headers + "Content-Type: application/json\r\n");
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return exchange(head + "Content-Length: %d\r\n\r\n%s".formatted(length, json));
  }

  /** As {@link #post}, without a body. */
  public Answer get(String path, String headers) throws IOException {
    return exchange(head("GET", path, headers) + "\r\n");
  }

  /**
   * Opens a stream of events; nothing else can be asked over this connection then.
   *
   * @throws IOException when the server does not open it
   */
  public Events events(String path, String headers) throws IOException {
    write(head("GET", path, headers) + "\r\n");
    var start = start();
    if (start.status() != 200 || !start.chunked()) {
      throw new IOException("no stream but status " + start.status());
    }
    return new Events(new Chunks(in));
  }

  private String head(String method, String path, String headers) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\n%s".formatted(method, path, host, headers);
  }

  private Answer exchange(String request) throws IOException {
    write(request);
    var start = start();
    var body = start.chunked() ? new Chunks(in).readAllBytes() : in.readNBytes(start.length());
    if (!start.chunked() && body.length < start.length()) {
      throw new EOFException("the server hung up");
    }
    return new Answer(start.status(), new String(body, StandardCharsets.UTF_8));
  }

  private void write(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
  }

  private record Start(int status, int length, boolean chunked) {}

  private Start start() throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    int length = 0;
    boolean chunked = false;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      var lower = header.toLowerCase(Locale.ROOT);
      chunked |= lower.equals(CHUNKED);
      if (lower.startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    return new Start(status, length, chunked);
  }

  static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
