package dev.switchboard.knowledge.intake;

import java.net.URI;
import java.nio.file.Path;

/**
 * Why something was not imported, in words a support lead understands.
 *
 * @param source the file (as an address) or the web page it is about
 * @param line the line in the file, from 1; 0 when it is about the whole file
 * @param column the name of the column or field, empty when it is about the whole line
 * @param reason what is wrong, and where it helps, what to do
 */
public record Problem(String source, int line, String column, String reason) {

  static Problem of(String source, String reason) {
    return new Problem(source, 0, "", reason);
  }

  /** All of it in one line, with files shown as paths: "/kb/faq.csv, line 3: …". */
  public String text() {
    return place()
        + (line > 0 ? ", line " + line : "")
        + (column.isEmpty() ? "" : ", column " + column)
        + ": "
        + reason;
  }

  /** The source, with files shown as paths. */
  String place() {
    return source.startsWith("file:") ? Path.of(URI.create(source)).toString() : source;
  }
}
