package dev.switchboard.bot.tool;

/** A tool did not do what it was to do; the message says why, in words for the team. */
public final class ToolFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** For that reason. */
  public ToolFailed(String because) {
    super(because);
  }
}
