package dev.switchboard.knowledge.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text of two columns with a tab between them, below a header that names the columns. */
final class TabbedFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final List<String> columns;

  TabbedFile(Path file, String... columns) {
    this.file = file;
    this.columns = List.of(columns);
  }

  /**
   * A line of the file, no cell of it blank but perhaps the first.
   *
   * @param line where it stands, from 1
   */
  record Row(int line, List<String> cells) {
    String left() {
      return cells.getFirst();
    }

    String right() {
      return cells.getLast();
    }
  }

  /** All rows; blank lines are passed over. */
  List<Row> rows() {
    var lines = lines();
    if (lines.stream().allMatch(String::isBlank)) {
      throw refused(0, "the file is empty");
    }
    if (!withoutMark(lines.getFirst()).strip().equals(String.join("\t", columns))) {
      throw refused(1, "the header must be " + String.join("<TAB>", columns));
    }
    var rows = new ArrayList<Row>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, lines.get(i)));
      }
    }
    if (rows.isEmpty()) {
      throw refused(0, "there is nothing below the header");
    }
    return rows;
  }

  /** What to throw when a line is not what it should be; line 0 is the whole file. */
  BadQuestionFile refused(int line, String reason) {
    return new BadQuestionFile(file, line, reason);
  }

  private Row row(int line, String text) {
    var cells = text.split("\t", -1);
    if (cells.length != columns.size()) {
      throw refused(
          line,
          "needs %s columns with one tab between them, not %d"
              .formatted(columns.size() == 2 ? "two" : columns.size(), cells.length));
    }
    var filled = new ArrayList<String>();
    // The first may be blank: customers send empty messages, too.
    filled.add(cells[0].strip());
    for (int i = 1; i < cells.length; i++) {
      filled.add(filled(line, columns.get(i), cells[i]));
    }
    return new Row(line, filled);
  }

  private String filled(int line, String column, String cell) {
    if (cell.isBlank()) {
      throw refused(line, "the column %s is blank".formatted(column));
    }
    return cell.strip();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw refused(0, "it is not UTF-8 text");
    } catch (NoSuchFileException e) {
      throw refused(0, "there is no such file");
    } catch (IOException e) {
      throw refused(0, Files.isDirectory(file) ? "it is a folder" : "it cannot be read");
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }
}
