package dev.switchboard.bot.store;

import io.micronaut.data.connection.exceptions.ConnectionException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/** Tells the database's passing faults from those that would come again. */
final class Faults {
  // Connection lost, transaction rolled back by the server, out of resources, operator at work.
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Set<Integer> PASSING_IN_H2 =
      Set.of(
          ErrorCode.LOCK_TIMEOUT_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  private Faults() {}

  /** Does the work; a passing fault of the database comes out as {@link StoreUnavailable}. */
  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreUnavailable known) {
      throw known;
    } catch (RuntimeException fault) {
      if (Stream.iterate((Throwable) fault, Objects::nonNull, Throwable::getCause)
          .anyMatch(Faults::passes)) {
        throw new StoreUnavailable("the database is unavailable", fault);
      }
      throw fault;
    }
  }

  // Giving back a broken connection fails as well, and that fault hides the first one.
  private static boolean passes(Throwable fault) {
    return fault instanceof ConnectionException || fault instanceof SQLException sql && passes(sql);
  }

  private static boolean passes(SQLException fault) {
    var state = Optional.ofNullable(fault.getSQLState()).orElse("");
    return fault instanceof SQLTransientException
        || PASSING_IN_H2.contains(fault.getErrorCode())
        || state.equals(LOCK_NOT_AVAILABLE)
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
  }
}
