package dev.switchboard.app.bench.load;

import dev.switchboard.app.bench.chat.Pause;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections that send a message a byte a second, and never come to its end. */
final class SlowClients implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final String HEAD =
      """
      POST /widget/v1/sessions HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/json\r
      Content-Length: 60000\r
      \r
      """;

  private final List<SocketChannel> channels = new ArrayList<>();
  private final Thread sender = Thread.ofPlatform().unstarted(this::drip);
  private volatile boolean gone;

  /** Connects that many, and goes on sending until it is closed. */
  SlowClients(URI server, int count) throws IOException {
    var address = new InetSocketAddress(server.getHost(), server.getPort());
    for (int i = 0; i < count; i++) {
      var channel = SocketChannel.open(address);
      channels.add(channel);
      channel.write(ByteBuffer.wrap(HEAD.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
    }
    sender.start();
  }

  private void drip() {
    while (!gone) {
      for (var channel : channels) {
        try {
          channel.write(ByteBuffer.wrap(new byte[] {' '}));
        } catch (IOException hungUp) {
          // The server need not be patient.
        }
      }
      Pause.of(BETWEEN);
    }
  }

  @Override
  public void close() throws IOException {
    gone = true;
    try {
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (var channel : channels) {
      channel.close();
    }
  }
}
