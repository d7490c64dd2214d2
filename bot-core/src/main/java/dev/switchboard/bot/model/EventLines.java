package dev.switchboard.bot.model;

import dev.switchboard.bot.model.ProviderFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of events as they come (WHATWG HTML, 9.2.6), as far as the protocol of OpenAI uses
 * them: one line of data each, comments and names passed over.
 */
final class EventLines {
  private static final int AT_A_TIME = 8_192;
  private static final String DATA = "data:";
  private static final String EVENT_ERROR = "event: error";

  private final InputStream in;
  private final long most;
  private final byte[] buffer = new byte[AT_A_TIME];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private int at;
  private int end;
  private long count;

  /**
   * Reads from there.
   *
   * @param most how many bytes there may be
   */
  EventLines(InputStream in, long most) {
    this.in = in;
    this.most = most;
  }

  /** The data of the next event, null at the end. */
  @Nullable String next() throws IOException {
    for (var read = line(); read != null; read = line()) {
      if (read.startsWith(DATA)) {
        return read.substring(DATA.length()).strip();
      }
      if (read.equals(EVENT_ERROR)) {
        throw new ProviderFailure(Kind.OVERLOADED, "the provider broke the answer off");
      }
    }
    return null;
  }

  private @Nullable String line() throws IOException {
    line.reset();
    while (true) {
      if (at == end && !filled()) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      if (at < end) {
        at++;
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
      }
    }
  }

  private boolean filled() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    count += end;
    if (count > most) {
      throw new ProviderFailure(Kind.GARBAGE, "the answer is larger than any answer");
    }
    return end > 0;
  }
}
