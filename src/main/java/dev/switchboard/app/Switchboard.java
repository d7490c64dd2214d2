package dev.switchboard.app;

import dev.switchboard.app.cli.Terminal;

/** The entry point of {@code switchboard.jar}. */
public final class Switchboard {
  private Switchboard() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Terminal.run(args));
  }
}
