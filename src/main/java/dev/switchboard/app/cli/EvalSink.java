package dev.switchboard.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an evaluation writes to: figures for people, figures for programs, and remarks.
 *
 * @param out standard output
 * @param err standard error
 * @param json the file for programs, {@code -} for standard output, null for none
 */
record EvalSink(PrintWriter out, PrintWriter err, @Nullable String json) {

  private static final String STANDARD_OUTPUT = "-";

  /** The table for people goes to standard error where standard output belongs to a program. */
  void table(String text) {
    var writer = STANDARD_OUTPUT.equals(json) ? err : out;
    writer.print(text);
    writer.flush();
  }

  /** The figures for programs, where asked for. */
  void figures(String text) {
    if (STANDARD_OUTPUT.equals(json)) {
      out.println(text);
      out.flush();
    } else if (json != null) {
      file(Path.of(json), text + "\n");
    }
  }

  /** A line that is not part of the result. */
  void remark(String line) {
    err.println("switchboard: " + OneLineReason.oneLine(line));
    err.flush();
  }

  /**
   * Writes a file that was asked for.
   *
   * @throws Failure when it cannot be written
   */
  void file(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Failure("cannot write " + file, e);
    }
  }
}
