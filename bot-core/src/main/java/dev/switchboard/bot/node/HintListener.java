package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Happening;
import dev.switchboard.bot.store.DirectLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what happens in the other processes, on a connection of its own that it opens again when it
 * breaks.
 */
final class HintListener implements AutoCloseable {
  static final String CHANNEL = "switchboard";

  private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);
  private static final Duration WAITS = Duration.ofMillis(500);
  // A connection that was cut on the way is silent like a quiet one: so it is tried out.
  private static final int QUIET_WAITS = 8;
  private static final Duration SHORTEST_REST = Duration.ofMillis(250);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final DirectLine line;
  private final String node;
  private final Consumer<Happening> heard;
  private final Thread thread = Thread.ofPlatform().daemon().name("hints-in").unstarted(this::work);
  private volatile boolean over;
  private volatile Optional<String> trouble = Optional.of("it has not connected yet");
  private Duration rest = SHORTEST_REST;

  /**
   * Does nothing before it is started.
   *
   * @param node the name of this process, whose own notifications are passed over
   * @param heard what happened in another process; called on one thread
   */
  HintListener(DirectLine line, String node, Consumer<Happening> heard) {
    this.line = line;
    this.node = node;
    this.heard = heard;
  }

  void start() {
    thread.start();
  }

  /** Why nothing can be heard at the moment, empty when all is well. */
  Optional<String> trouble() {
    return trouble;
  }

  private void work() {
    while (!over) {
      try (var connection = line.open("switchboard listens")) {
        listenOn(connection);
      } catch (SQLException gone) {
        note(gone);
        LockSupport.parkNanos(rest.toNanos());
        rest = longer(rest);
      }
    }
  }

  private static Duration longer(Duration rest) {
    var doubled = rest.multipliedBy(2);
    return doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
  }

  private void note(SQLException gone) {
    if (trouble.isEmpty() && !over) {
      LOG.warn("what happens in other processes is seen a second late: {}", gone.getMessage());
    }
    trouble = Optional.of(String.valueOf(gone.getMessage()));
  }

  private void listenOn(Connection connection) throws SQLException {
    var notifications = connection.unwrap(PGConnection.class);
    execute(connection, "listen " + CHANNEL);
    trouble = Optional.empty();
    rest = SHORTEST_REST;
    int quiet = 0;
    while (!over) {
      var told = notifications.getNotifications((int) WAITS.toMillis());
      if (told != null && told.length > 0) {
        Stream.of(told).forEach(this::hear);
        quiet = 0;
      } else if (++quiet == QUIET_WAITS) {
        execute(connection, "select 1");
        quiet = 0;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void hear(PGNotification notification) {
    var hint = Hint.of(notification.getParameter());
    if (!hint.node().equals(node)) {
      hint.happenings().forEach(heard);
    }
  }

  @Override
  public void close() {
    over = true;
    LockSupport.unpark(thread);
  }
}
