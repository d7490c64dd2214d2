package dev.switchboard.app.cli;

import static dev.switchboard.app.cli.EvalTable.share;

import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.LabelledTextFile;
import dev.switchboard.knowledge.evaluation.PrivacyScores;
import java.nio.file.Path;
import java.util.Map;

/** Measures how well personal data is found. */
final class PrivacyEval {

  private final EvalSink sink;

  PrivacyEval(EvalSink sink) {
    this.sink = sink;
  }

  void run(Path file) {
    try {
      show(PrivacyScores.of(LabelledTextFile.read(file)));
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private void show(PrivacyScores scores) {
    var table = new EvalTable();
    var together = scores.together();
    table.group("Personal data: %d in %d texts".formatted(together.labels(), scores.n()));
    table.line("precision", share(together.precision()), "of what was found is such");
    table.line("recall", share(together.recall()), "of what there is was found");
    table.line("f1", share(together.f1()), "both together");
    table.line("recall_all", share(scores.recallOfAll()), "of all labels, names and others too");
    table.group("f1 by type");
    scores.byKind().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one ->
            table.line(
                one.getKey().name(),
                share(one.getValue().f1()),
                "of %d".formatted(one.getValue().labels())));
    sink.table(table.text());
    sink.figures(EvalJson.of(scores));
  }
}
