package dev.switchboard.app.bench.chat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The events of an open stream, one after the other. For one thread. */
public final class Events {
  private final InputStream in;

  Events(InputStream in) {
    this.in = in;
  }

  /**
   * One event.
   *
   * @param name such as {@code message} or {@code hb}
   * @param id the message's number, 0 where the event has none
   * @param data JSON
   */
  public record Event(String name, long id, String data) {
    /** Whether it shows a message. */
    public boolean isMessage() {
      return name.equals("message");
    }
  }

  /**
   * Waits for the next one.
   *
   * @return empty when the server has ended the stream
   * @throws IOException when it was cut off, or nothing came for a minute
   */
  public Optional<Event> next() throws IOException {
    var name = "";
    var data = "";
    long id = 0;
    while (true) {
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      var line = first == '\n' ? "" : (char) first + Connection.line(in);
      if (line.isBlank()) {
        if (!name.isEmpty()) {
          return Optional.of(new Event(name, id, data));
        }
      } else if (line.startsWith("event:")) {
        name = value(line);
      } else if (line.startsWith("id:")) {
        id = Long.parseLong(value(line));
      } else if (line.startsWith("data:")) {
        data = value(line);
      }
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }
}
