package dev.switchboard.bot.store;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.scheduling.TaskScheduler;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of a PostgreSQL server, for processes that share it: what is due, and what somebody has
 * taken, is the same for all of them, whatever the clocks of their machines say.
 *
 * <p>It asks the server every ten seconds. In between, and while the server cannot be asked, it
 * goes on by the time that has passed, which no setting of the machine's clock changes.
 */
public final class DatabaseClock extends Clock {
  private static final Duration LOOKS = Duration.ofSeconds(10);
  private static final String NOW = "select extract(epoch from clock_timestamp()) * 1000000";
  private static final int MICROS = 1_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  private final AtomicReference<Reading> reading;
  private final ZoneId zone;

  private DatabaseClock(AtomicReference<Reading> reading, ZoneId zone) {
    this.reading = reading;
    this.zone = zone;
  }

  /** What the server's clock showed when this process's counter stood there. */
  private record Reading(Instant time, long nanos) {}

  /**
   * Asks for the first time, and from then on now and then.
   *
   * @throws StoreUnavailable when the server cannot be asked now
   */
  public static DatabaseClock of(DataSource database, TaskScheduler scheduler, ZoneId zone) {
    // The pool itself: asking must never join a transaction of the calling thread.
    var pool = DelegatingDataSource.unwrapDataSource(database);
    try {
      var reading = new AtomicReference<>(read(pool));
      var _ = scheduler.scheduleWithFixedDelay(LOOKS, LOOKS, () -> look(pool, reading));
      return new DatabaseClock(reading, zone);
    } catch (SQLException fault) {
      throw Faults.unavailable("the database does not tell its time", fault);
    }
  }

  private static void look(DataSource pool, AtomicReference<Reading> reading) {
    try {
      reading.set(read(pool));
    } catch (SQLException gone) {
      LOG.debug("the database does not tell its time now", gone);
    }
  }

  private static Reading read(DataSource pool) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      long asked = System.nanoTime();
      try (var answer = statement.executeQuery(NOW)) {
        answer.next();
        long micros = answer.getBigDecimal(1).longValue();
        var time = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
        // It answered between then and now: the middle is wrong by half of that at most.
        return new Reading(time, asked + (System.nanoTime() - asked) / 2);
      }
    }
  }

  @Override
  public Instant instant() {
    var last = reading.get();
    return last.time().plusNanos(System.nanoTime() - last.nanos());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new DatabaseClock(reading, other);
  }
}
