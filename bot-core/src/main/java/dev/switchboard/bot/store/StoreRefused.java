package dev.switchboard.bot.store;

import java.util.Optional;
import java.util.stream.Stream;

/** The database must not be used by this process; the message is one sentence for the operator. */
public abstract sealed class StoreRefused extends RuntimeException
    permits DataFolderInUse, DataFolderTooNew {
  private static final long serialVersionUID = 1;

  StoreRefused(String message) {
    super(message);
  }

  /** The refusal behind a failed start: the container wraps what its beans throw. */
  public static Optional<StoreRefused> behind(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .filter(StoreRefused.class::isInstance)
        .map(StoreRefused.class::cast)
        .findFirst();
  }
}
