package dev.switchboard.app.cli;

import dev.switchboard.app.ThrowawayBot;
import dev.switchboard.knowledge.article.Article;
import dev.switchboard.knowledge.confidence.RiskDial;
import dev.switchboard.knowledge.evaluation.BadQuestionFile;
import dev.switchboard.knowledge.evaluation.DialTrial;
import dev.switchboard.knowledge.evaluation.Evaluation;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.LabelledQuestion;
import dev.switchboard.knowledge.evaluation.QuestionFile;
import dev.switchboard.knowledge.evaluation.report.HtmlReport;
import dev.switchboard.knowledge.intake.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures answers, rankings and decisions on labelled questions. */
final class KnowledgeEval {

  private static final int MOST_NAMED = 10;

  private final EvalSink sink;

  KnowledgeEval(EvalSink sink) {
    this.sink = sink;
  }

  /**
   * Measures and shows.
   *
   * @param accepted highest share of wrong answers, above 0 and below 1
   * @param dialled whether the dial decides in place of the shipped thresholds
   * @param report the HTML page to write, null for none
   */
  void run(Path knowledge, Path file, double accepted, boolean dialled, @Nullable Path report) {
    var findings = findings(knowledge, questions(file), accepted, dialled);
    warnOfUnknownIds(findings);
    sink.table(FindingsTable.of(findings));
    sink.figures(EvalJson.of(findings));
    if (report != null) {
      sink.file(
          report, HtmlReport.of(findings, knowledge.getFileName() + ", " + file.getFileName()));
    }
  }

  private static List<LabelledQuestion> questions(Path file) {
    try {
      return QuestionFile.read(file);
    } catch (BadQuestionFile bad) {
      throw new Failure(String.valueOf(bad.getMessage()), bad);
    }
  }

  private Findings findings(
      Path knowledge, List<LabelledQuestion> questions, double accepted, boolean dialled) {
    try (var bot = ThrowawayBot.of(KnowledgePath.existing(knowledge))) {
      warnOfProblems(bot.harvest().problems());
      var articles = bot.harvest().articles();
      if (articles.isEmpty()) {
        throw new Failure("no article could be read from " + knowledge);
      }
      var outcomes = new Evaluation(bot.engine()).ask(questions);
      var dial = DialTrial.of(outcomes, RiskDial.accepting(accepted));
      return new Findings(
          dialled ? dial.outcomes() : outcomes,
          bot.knowledge().thresholds(),
          dial,
          dialled,
          articles.stream()
              .collect(
                  Collectors.toMap(
                      Article::id, article -> article.content().title(), (one, same) -> one)),
          bot.indexing());
    }
  }

  private void warnOfProblems(List<Problem> problems) {
    problems.stream().limit(MOST_NAMED).map(Problem::text).forEach(sink::remark);
    if (problems.size() > MOST_NAMED) {
      sink.remark("%d more problems in the knowledge".formatted(problems.size() - MOST_NAMED));
    }
  }

  private void warnOfUnknownIds(Findings findings) {
    var unknown = findings.unknownIds();
    if (!unknown.isEmpty()) {
      sink.remark(
          "%d expected ids are not in the knowledge (typing errors?): %s%s"
              .formatted(
                  unknown.size(),
                  unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                  unknown.size() > MOST_NAMED ? " ..." : ""));
    }
  }
}
