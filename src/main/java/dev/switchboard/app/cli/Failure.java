package dev.switchboard.app.cli;

/**
 * A command cannot do what it was asked, for a reason the person in front of it can understand.
 *
 * <p>The message is all that is shown: one line, naming what is wrong and, where known, the way
 * out.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure of our own making. */
  public Failure(String message) {
    super(message);
  }

  /** A failure with the fault behind it, which {@code --verbose} shows. */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
