package dev.switchboard.app.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Where a command meets the person who typed it: arguments in, exit code out. */
public final class Terminal {
  // Lucene recommends its vector module on standard error; the launcher says why it stays off. The
  // field keeps the logger, and with it the level, from being collected.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private Terminal() {}

  /**
   * Runs the command that the arguments name.
   *
   * @return 0 when it is done, 1 when it failed, 2 when the arguments make no sense; the reason is
   *     one line on standard error
   */
  public static int run(String... args) {
    VECTORS.setLevel(Level.SEVERE);
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new SwitchboardCommand())
        .setParameterExceptionHandler(new UsageHint())
        .setExecutionExceptionHandler(new OneLineReason())
        .setUsageHelpAutoWidth(true);
  }
}
