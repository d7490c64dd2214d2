package dev.switchboard.app.bench.chat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that comes in chunks, each with its length in front, as HTTP/1.1 sends what has no end.
 */
final class Chunks extends InputStream {
  private static final int HEX = 16;

  private final InputStream in;
  private int left;
  private boolean begun;
  private boolean over;

  Chunks(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      next();
    }
    if (over) {
      return -1;
    }
    int read = in.read();
    if (read < 0) {
      throw new EOFException("the server hung up in a chunk");
    }
    left--;
    return read;
  }

  private void next() throws IOException {
    if (over) {
      return;
    }
    if (begun) {
      Connection.line(in);
    }
    begun = true;
    left = Integer.parseInt(Connection.line(in), HEX);
    if (left == 0) {
      Connection.line(in);
      over = true;
    }
  }
}
