package dev.switchboard.app.cli;

import dev.switchboard.bot.grounding.Grounding;
import dev.switchboard.knowledge.evaluation.AnswerFile;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.SignalScores;
import java.nio.file.Path;

/** Measures how well it is told whether evidence supports an answer. */
final class GroundingEval {

  private final EvalSink sink;

  GroundingEval(EvalSink sink) {
    this.sink = sink;
  }

  void run(Path file) {
    try {
      var judged =
          AnswerFile.read(file).stream()
              .map(one ->
                  new SignalScores.Judged(
                      one.supported(),
                      Grounding.supports(one.evidence(), one.answer()),
                      Grounding.chance(one.evidence(), one.answer())))
              .toList();
      var scores = SignalScores.of(judged);
      var title = "Supported: %d of %d answers".formatted(scores.positives(), scores.n());
      sink.table(SignalTable.of(title, scores, true));
      sink.figures(EvalJson.of(scores));
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }
}
