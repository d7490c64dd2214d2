package dev.switchboard.bot.store;

/**
 * The database could not do it now: it is gone, busy or full. Later it may. The message is for the
 * operator.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreUnavailable(String message) {
    super(message);
  }

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
