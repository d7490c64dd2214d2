package dev.switchboard.app.cli;

import dev.switchboard.knowledge.intake.Progress;
import java.io.Console;
import java.io.PrintWriter;

/**
 * Shows how far a long work is: a bar on a terminal; elsewhere, as in a log, a single line when it
 * is done.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 30;
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final String what;
  private final boolean terminal;
  private int done;

  private ProgressLine(PrintWriter err, String what, boolean terminal) {
    this.err = err;
    this.what = Printable.of(what);
    this.terminal = terminal;
  }

  static ProgressLine on(PrintWriter err, String what) {
    Console console = System.console();
    return new ProgressLine(err, what, console != null && console.isTerminal());
  }

  @Override
  public void files(int done, int total) {
    this.done = done;
    if (terminal) {
      int full = total == 0 ? WIDTH : done * WIDTH / total;
      err.print(
          ERASE
              + "[%s%s] %d/%d %s"
                  .formatted("#".repeat(full), " ".repeat(WIDTH - full), done, total, what));
      err.flush();
    }
  }

  @Override
  public void close() {
    if (terminal) {
      err.print(ERASE);
    } else {
      err.println("%s: %d %s".formatted(what, done, done == 1 ? "file" : "files"));
    }
    err.flush();
  }
}
