package dev.switchboard.knowledge.evaluation;

import java.nio.file.Path;
import java.util.List;

/** Reads labelled cases: a header {@code text<TAB>label}, then one case a line, labelled 1 or 0. */
public final class CaseFile {

  private CaseFile() {}

  /**
   * Reads all cases of the file.
   *
   * @throws BadQuestionFile when it is not such a file, naming the line
   */
  public static List<LabelledCase> read(Path file) {
    var table = new TabbedFile(file, "text", "label");
    return table.rows().stream()
        .map(row -> new LabelledCase(row.left(), positive(table, row)))
        .toList();
  }

  /** The last cell of a row as a label. */
  static boolean positive(TabbedFile table, TabbedFile.Row row) {
    return switch (row.right()) {
      case "1" -> true;
      case "0" -> false;
      default -> throw table.refused(row.line(), "the label must be 1 or 0, not " + row.right());
    };
  }
}
