package dev.switchboard.knowledge.intake;

/** A file or page as a whole cannot be read; turned into a {@link Problem} at one place. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  Refused(String reason) {
    this(0, reason);
  }

  Refused(int line, String reason) {
    super(reason);
    this.line = line;
  }

  Problem in(String source) {
    return new Problem(source, line, "", String.valueOf(getMessage()));
  }
}
