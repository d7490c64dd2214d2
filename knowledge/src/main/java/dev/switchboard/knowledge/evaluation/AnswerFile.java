package dev.switchboard.knowledge.evaluation;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads labelled answers: a header {@code evidence<TAB>answer<TAB>label}, then one a line, labelled
 * 1 where the evidence supports the whole answer, else 0.
 */
public final class AnswerFile {

  private AnswerFile() {}

  /**
   * Reads all answers of the file.
   *
   * @throws BadQuestionFile when it is not such a file, naming the line
   */
  public static List<LabelledAnswer> read(Path file) {
    var table = new TabbedFile(file, "evidence", "answer", "label");
    return table.rows().stream()
        .map(row ->
            new LabelledAnswer(
                row.cells().get(0), row.cells().get(1), CaseFile.positive(table, row)))
        .toList();
  }
}
