package dev.switchboard.app.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A fault as lines of text: each cause with the places nearest to it. */
final class Fault {
  private static final int DEEPEST = 8;
  private static final int MOST_PLACES = 12;
  private static final int LONGEST_PLACE = 200;

  private Fault() {}

  /** The lines, none of which holds a line break. */
  static List<String> lines(IThrowableProxy fault) {
    var lines = new ArrayList<String>();
    Stream.iterate(fault, cause -> cause != null, IThrowableProxy::getCause)
        .limit(DEEPEST)
        .forEach(cause -> {
          lines.add((lines.isEmpty() ? "" : "caused by ") + name(cause));
          Stream.of(cause.getStackTraceElementProxyArray())
              .limit(MOST_PLACES)
              .map(place -> place.getStackTraceElement().toString())
              .map(place -> place.substring(0, Math.min(place.length(), LONGEST_PLACE)))
              .map(place -> "  at " + Field.safe(place))
              .forEach(lines::add);
        });
    return lines;
  }

  private static String name(IThrowableProxy fault) {
    var message = fault.getMessage();
    return fault.getClassName() + (message == null ? "" : ": " + Field.safe(message));
  }
}
