package dev.switchboard.knowledge.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The figures of an evaluation. Shares are from 0 to 1; a share of nothing is NaN.
 *
 * @param n questions
 * @param answerable of them, those that the knowledge answers
 * @param pAt1 share of the answerable with an expected article ranked first
 * @param mrr mean of 1/rank of the first expected article over the answerable, within ten
 * @param hitAt10 share of the answerable with an expected article among the first ten
 * @param answered share of all that got an answer
 * @param wrongAnswers share of the answers given whose article is not an expected one
 * @param clarified share of all that were offered a choice
 * @param oosRecall share of the questions nothing answers that got no answer
 * @param oosAuroc area under the ROC curve of telling those by low confidence
 * @param oosRecallAt5pct share of those rejected where 5 % of the answerable are rejected too
 * @param mcc multi-class Matthews correlation of the decisions taken (Gorodkin, Comparing two
 *     K-category assignments by a K-category correlation coefficient, 2004)
 */
public record Scores(
    int n,
    int answerable,
    double pAt1,
    double mrr,
    double hitAt10,
    double answered,
    double wrongAnswers,
    double clarified,
    double oosRecall,
    double oosAuroc,
    double oosRecallAt5pct,
    double mcc) {

  /** Sums up the outcomes. */
  public static Scores of(List<Outcome> outcomes) {
    var covered = only(outcomes, outcome -> outcome.question().answerable());
    var uncovered = only(outcomes, outcome -> !outcome.question().answerable());
    return new Scores(
        outcomes.size(),
        covered.size(),
        share(covered, Outcome::bestIsRight),
        mean(covered, outcome -> outcome.rank() == 0 ? 0 : 1.0 / outcome.rank()),
        share(covered, outcome -> outcome.rank() > 0),
        share(outcomes, Outcome::answered),
        share(only(outcomes, Outcome::answered), Outcome::wrong),
        share(outcomes, outcome -> outcome.given() == Outcome.Given.CLARIFY),
        share(uncovered, outcome -> !outcome.answered()),
        Separation.auroc(covered, uncovered),
        Separation.recallAt(0.05, covered, uncovered),
        Matthews.of(outcomes));
  }

  private static List<Outcome> only(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.stream().filter(which).toList();
  }

  private static double share(List<Outcome> outcomes, Predicate<Outcome> which) {
    return mean(outcomes, outcome -> which.test(outcome) ? 1 : 0);
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
