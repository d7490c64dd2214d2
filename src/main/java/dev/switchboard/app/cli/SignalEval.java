package dev.switchboard.app.cli;

import static dev.switchboard.app.cli.EvalTable.share;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.triage.Triage;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.CaseFile;
import dev.switchboard.knowledge.evaluation.SignalScores;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Measures how well triage tells that a customer wants a person. */
final class SignalEval {

  private final EvalSink sink;

  SignalEval(EvalSink sink) {
    this.sink = sink;
  }

  void run(Path file) {
    try {
      show(measured(file));
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private static SignalScores measured(Path file) {
    var triage = new Triage(Set::of);
    return SignalScores.of(
        CaseFile.read(file),
        text -> triage.read(new Message(text, List.of())).signals().contains(Signal.WANTS_PERSON));
  }

  private void show(SignalScores scores) {
    var table = new EvalTable();
    table.group("Wants a person: %d of %d cases".formatted(scores.positives(), scores.n()));
    table.line("precision", share(scores.precision()), "called so, and it is");
    table.line("recall", share(scores.recall()), "it is, and called so");
    table.line("f1", share(scores.f1()), "both together");
    table.line("auroc", share(scores.auroc()), "of the yes or no");
    table.line(
        "false_positive_rate", share(scores.falsePositiveRate()), "called so, but it is not");
    sink.table(table.text());
    sink.figures(EvalJson.of(scores));
  }
}
