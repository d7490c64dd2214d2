package dev.switchboard.knowledge.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads labelled questions: a header {@code question<TAB>expected}, then one question a line;
 * expected are article ids joined by {@code |}, or {@code -} where nothing answers.
 */
public final class QuestionFile {

  private static final String NOTHING = "-";

  private QuestionFile() {}

  /**
   * Reads all questions of the file.
   *
   * @throws BadQuestionFile when it is not such a file, naming the line
   */
  public static List<LabelledQuestion> read(Path file) {
    var table = new TabbedFile(file, "question", "expected");
    return table.rows().stream().map(row -> question(table, row)).toList();
  }

  private static LabelledQuestion question(TabbedFile table, TabbedFile.Row row) {
    if (row.right().equals(NOTHING)) {
      return new LabelledQuestion(row.left(), Set.of());
    }
    var ids = ids(row.right());
    if (ids.isEmpty() || ids.contains(NOTHING)) {
      throw table.refused(row.line(), "expected are article ids joined by |, or - alone");
    }
    return new LabelledQuestion(row.left(), ids);
  }

  private static Set<String> ids(String expected) {
    return Arrays.stream(expected.split("\\|"))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }
}
