package dev.switchboard.app.cli;

import static dev.switchboard.app.cli.EvalTable.number;
import static dev.switchboard.app.cli.EvalTable.share;
import static dev.switchboard.app.cli.EvalTable.tenths;

import dev.switchboard.knowledge.evaluation.DialTrial;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Scores;

/** What an evaluation found out, for the terminal. */
final class FindingsTable {

  private final EvalTable table = new EvalTable();

  private FindingsTable() {}

  static String of(Findings findings) {
    var text = new FindingsTable();
    var scores = findings.scores();
    text.ranking(scores);
    text.decisions(findings, scores);
    text.unanswerable(scores);
    text.dial(findings.dial());
    text.speed(findings);
    return text.table.text();
  }

  private void ranking(Scores scores) {
    table.group(
        "Ranking: %d of %d questions have an answer in the knowledge"
            .formatted(scores.answerable(), scores.n()));
    table.line("p_at_1", share(scores.pAt1()), "an expected article comes first");
    table.line("mrr", number(scores.mrr()), "mean of 1/rank of the first expected article");
    table.line("hit_at_10", share(scores.hitAt10()), "an expected article is among the first ten");
  }

  private void decisions(Findings findings, Scores scores) {
    table.group("Decisions, " + decidedAt(findings));
    table.line("answered", share(scores.answered()), "of all questions get an answer");
    table.line("wrong_answers", share(scores.wrongAnswers()), "of those answers are wrong");
    table.line("clarified", share(scores.clarified()), "of all questions get a choice offered");
    table.line("mcc", number(scores.mcc()), "correlation with the right decisions, up to 1");
  }

  private static String decidedAt(Findings findings) {
    return findings.dialled()
        ? "each half at the threshold of the other"
        : "answering from %.2f on, offering a choice from %.2f"
            .formatted(findings.thresholds().answer(), findings.thresholds().clarify());
  }

  private void unanswerable(Scores scores) {
    int others = scores.n() - scores.answerable();
    table.group("Questions that nothing answers: " + others);
    if (others == 0) {
      table.remark("The file has none (expected -): how the bot holds back is not measured.");
      return;
    }
    table.line("oos_recall", share(scores.oosRecall()), "get no answer, as it should be");
    table.line("oos_auroc", number(scores.oosAuroc()), "told from the others by confidence");
    table.line(
        "oos_recall_at_5pct",
        share(scores.oosRecallAt5pct()),
        "held back at a cost of 5 % of the others");
  }

  private void dial(DialTrial trial) {
    table.group(
        "The dial: at most %s wrong answers, promised with a certainty of %.0f %%"
            .formatted(share(trial.dial().accepted()), 100 * (1 - trial.dial().risk())));
    if (Double.isNaN(trial.threshold())) {
      table.remark(
          "Cannot be promised: too few questions, or too many wrong answers. It takes at least");
      table.remark(
          "%d questions that the bot answers rightly, and more for each wrong one."
              .formatted(trial.dial().fewestQuestions()));
      return;
    }
    table.line("threshold", number(trial.threshold()), "from all questions together");
    for (var half : trial.halves()) {
      table.line("half of " + half.n(), share(half.answered()), measured(half));
    }
    if (trial.tried()) {
      table.line("both", share(trial.answered()), wrong(trial.wrongAnswers()));
    }
  }

  private static String measured(DialTrial.Half half) {
    return Double.isNaN(half.threshold())
        ? "answered: the other half alone can promise nothing"
        : "%s, from %s on".formatted(wrong(half.wrongAnswers()), number(half.threshold()));
  }

  private static String wrong(double share) {
    return "answered, %s of that wrong".formatted(share(share));
  }

  private void speed(Findings findings) {
    var latency = findings.latency();
    table.group("Speed");
    table.line("latency_ms", tenths(latency.p50()), "half of all replies take at most that");
    table.line("p95", tenths(latency.p95()), "95 % of them");
    table.line("p99", tenths(latency.p99()), "99 % of them");
    table.line(
        "index_seconds",
        tenths(findings.indexing().toMillis() / 1_000.0),
        "to index the knowledge and learn from it");
  }
}
