package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.report.Block.share;
import static dev.switchboard.knowledge.evaluation.report.Block.shortened;

import dev.switchboard.bot.Candidate;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.util.Comparator;
import java.util.List;

/** Questions that nothing answers and that were answered all the same. */
final class Overreach {

  private static final int MOST = 25;
  private static final int TEXT = 200;

  private Overreach() {}

  static void write(Block page, Findings findings) {
    var others =
        findings.outcomes().stream().filter(outcome -> !outcome.question().answerable()).toList();
    var answered =
        others.stream()
            .filter(Outcome::answered)
            .sorted(Comparator.comparingDouble(Outcome::confidence).reversed())
            .toList();
    var section = page.section("Answered without knowing", explanation(others, answered));
    if (answered.isEmpty()) {
      return;
    }
    var table = section.table("Sureness", "Question", "Answered with");
    answered.stream()
        .limit(MOST)
        .forEach(outcome -> outcome.best().ifPresent(best -> row(table, outcome, best)));
  }

  private static String explanation(List<Outcome> others, List<Outcome> answered) {
    return others.isEmpty()
        ? "The file holds no question that nothing answers (expected -), so this is not measured."
            + " Add some: customers ask them."
        : "%d of the %d questions that nothing answers got an answer, the surest on top. Where the answer is right after all, the label is wrong."
            .formatted(answered.size(), others.size());
  }

  private static void row(Block table, Outcome outcome, Candidate best) {
    table
        .in("tr", "")
        .text("td", "number", share(best.probability()))
        .text("td", "", shortened(outcome.question().text(), TEXT))
        .text("td", "", shortened(best.passage().title(), TEXT));
  }
}
