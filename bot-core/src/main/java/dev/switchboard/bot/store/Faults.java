package dev.switchboard.bot.store;

import io.micronaut.data.connection.exceptions.ConnectionException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

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

  private static final ScopedValue<AtomicReference<Optional<SQLException>>> FIRST =
      ScopedValue.newInstance();

  private Faults() {}

  /** Does the work; a passing fault of the database comes out as {@link StoreUnavailable}. */
  static <T> T translated(Supplier<T> work) {
    var first = new AtomicReference<>(Optional.<SQLException>empty());
    try {
      return ScopedValue.where(FIRST, first).call(() -> work.get());
    } catch (StoreUnavailable known) {
      throw known;
    } catch (RuntimeException fault) {
      throw translated(fault, first.get());
    }
  }

  /**
   * Keeps the first passing fault of this thread's {@link #translated} as the reason for what
   * follows: the container throws the last fault, which is that the connection is closed.
   */
  static void seen(SQLException fault) {
    if (FIRST.isBound() && passes(fault)) {
      FIRST.get().updateAndGet(first -> first.or(() -> Optional.of(fault)));
    }
  }

  /** The fault as one that passes, which says what the database gave as its reason. */
  static StoreUnavailable unavailable(String what, Throwable fault) {
    var root = causes(fault).reduce(fault, (first, second) -> second);
    var told = causes(fault).anyMatch(Faults::writing) ? "the database could not write" : what;
    return new StoreUnavailable(told + ": " + root.getMessage(), fault);
  }

  private static RuntimeException translated(RuntimeException fault, Optional<SQLException> first) {
    if (causes(fault).noneMatch(Faults::passes)) {
      return fault;
    }
    var reason = first.<Throwable>map(seen -> seen).orElse(fault);
    var unavailable = unavailable("the database is unavailable", reason);
    if (reason != fault) {
      unavailable.addSuppressed(fault);
    }
    return unavailable;
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
  }

  private static boolean writing(Throwable fault) {
    return fault instanceof MVStoreException store
        && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
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
