package dev.switchboard.app.cli;

import static dev.switchboard.app.cli.EvalTable.share;

import dev.switchboard.knowledge.evaluation.SignalScores;

/** How well something is told, as a table. */
final class SignalTable {

  private SignalTable() {}

  /**
   * The table as text.
   *
   * @param graded whether a chance is told, not only yes or no
   */
  static String of(String title, SignalScores scores, boolean graded) {
    var table = new EvalTable();
    table.group(title);
    table.line("precision", share(scores.precision()), "called so, and it is");
    table.line("recall", share(scores.recall()), "it is, and called so");
    table.line("f1", share(scores.f1()), "both together");
    table.line("auroc", share(scores.auroc()), graded ? "of the chance" : "of the yes or no");
    table.line(
        "false_positive_rate", share(scores.falsePositiveRate()), "called so, but it is not");
    return table.text();
  }
}
