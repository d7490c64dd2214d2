package dev.switchboard.bot.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it may be logged: where it came from and what kind it is, without its message, which
 * may hold what a customer wrote.
 */
public final class Wordless extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 10;

  private Wordless(Throwable fault, int depth) {
    super(fault.getClass().getName(), cause(fault, depth), false, true);
    setStackTrace(fault.getStackTrace());
  }

  private static @Nullable Throwable cause(Throwable fault, int depth) {
    return fault.getCause() == null || depth == DEEPEST
        ? null
        : new Wordless(fault.getCause(), depth + 1);
  }

  /** The fault without words. */
  public static Throwable of(Throwable fault) {
    return new Wordless(fault, 1);
  }
}
