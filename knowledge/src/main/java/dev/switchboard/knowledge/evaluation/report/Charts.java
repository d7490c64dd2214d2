package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.report.Block.share;

import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What answering more costs, and whether the sureness can be believed. */
final class Charts {

  private static final int BINS = 10;

  /** With fewer answers than that a share of wrong ones says nothing. */
  private static final int FIRST_POINT = 10;

  private Charts() {}

  static void write(Block page, Findings findings) {
    var pair = page.in("div", "pair");
    risk(
        pair.section(
            "Answering more, being wrong more often",
            "Each point of the line is a threshold: how many questions would be answered, and how"
                + " many of those answers would be wrong."),
        findings);
    reliability(
        pair.section(
            "Is it as sure as it should be?",
            "Dots on the diagonal mean that 70 % sureness is right in 70 % of the cases. Above it"
                + " the bot is too modest, below it too bold. Larger dots stand for more"
                + " questions."),
        findings.outcomes());
  }

  private static void risk(Block section, Findings findings) {
    var sorted =
        findings.outcomes().stream()
            .filter(outcome -> outcome.judged().findAny().isPresent())
            .sorted(Comparator.comparingDouble(Outcome::confidence).reversed())
            .toList();
    var points = points(sorted, findings.outcomes().size());
    double highest = points.stream().mapToDouble(point -> point[1]).max().orElse(1);
    var chart =
        new Chart(
                section, 1, Math.clamp(Math.ceil(highest * 20) / 20, 0.05, 1), "Risk and coverage")
            .axes(
                "questions answered",
                "answers that are wrong",
                Chart.Axis::percent,
                Chart.Axis::percent);
    if (!points.isEmpty()) {
      chart.curve(points);
    }
    mark(chart, findings, "shipped", 0, findings.thresholds().answer());
    if (!Double.isNaN(findings.dial().threshold())) {
      mark(chart, findings, "dialled", 1, findings.dial().threshold());
    }
  }

  private static void mark(
      Chart chart, Findings findings, String style, int row, double threshold) {
    var all = findings.outcomes();
    double covered =
        (double)
                all.stream()
                    .flatMap(Outcome::judged)
                    .filter(one -> one.confidence() >= threshold)
                    .count()
            / all.size();
    chart.mark(
        style,
        covered,
        row,
        String.format(
            Locale.ROOT,
            style.equals("shipped") ? "as shipped: %.0f %% sure" : "the dial: %.0f %% sure",
            100 * threshold));
  }

  /** Coverage and risk for each threshold that parts two questions. */
  private static List<double[]> points(List<Outcome> sorted, int all) {
    var points = new ArrayList<double[]>();
    int wrong = 0;
    for (int i = 0; i < sorted.size(); i++) {
      wrong += sorted.get(i).bestIsRight() ? 0 : 1;
      boolean tie =
          i + 1 < sorted.size() && sorted.get(i + 1).confidence() == sorted.get(i).confidence();
      if (!tie && i + 1 >= Math.min(FIRST_POINT, sorted.size())) {
        points.add(new double[] {(i + 1.0) / all, wrong / (i + 1.0)});
      }
    }
    return points;
  }

  private static void reliability(Block section, List<Outcome> outcomes) {
    var chart =
        new Chart(section, 1, 1, "Reliability of the sureness")
            .axes(
                "how sure the bot is",
                "how often it is right",
                Chart.Axis::percent,
                Chart.Axis::percent);
    chart.line("diagonal", 0, 0, 1, 1);
    double apart = 0;
    for (int bin = 0; bin < BINS; bin++) {
      apart += dot(chart, inBin(outcomes, bin), outcomes.size());
    }
    section.text(
        "p", "small", "On average sureness and truth are %s apart.".formatted(share(apart)));
  }

  private static List<Outcome> inBin(List<Outcome> outcomes, int bin) {
    return outcomes.stream()
        .filter(outcome -> outcome.best().isPresent())
        .filter(outcome -> Math.min(BINS - 1, (int) (outcome.confidence() * BINS)) == bin)
        .toList();
  }

  /** Draws the bin and returns its part of the expected calibration error. */
  private static double dot(Chart chart, List<Outcome> bin, int all) {
    if (bin.isEmpty()) {
      return 0;
    }
    double sure = bin.stream().mapToDouble(Outcome::confidence).average().orElse(0);
    double right = (double) bin.stream().filter(Outcome::bestIsRight).count() / bin.size();
    double size = 4 + 14 * Math.sqrt((double) bin.size() / all);
    chart.dot(
        "dot",
        sure,
        right,
        size,
        "%d questions: %s sure, %s right".formatted(bin.size(), share(sure), share(right)));
    return Math.abs(sure - right) * bin.size() / all;
  }
}
