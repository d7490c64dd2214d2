package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.report.Block.shortened;

import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pairs of articles that are most often mixed up, in either direction. */
final class Confusions {

  private static final int MOST = 20;
  private static final int TITLE = 120;

  private Confusions() {}

  /** Two articles, the id that sorts first standing first. */
  private record Pair(String one, String other) {
    static Pair of(String one, String other) {
      return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  static void write(Block page, Findings findings) {
    var pairs = pairs(findings.outcomes());
    var section =
        page.section(
            "Articles that are mixed up",
            "How often one of the two was on top where the other was expected. Articles that are"
                + " mixed up often may better be one, or need variants that tell them apart.");
    if (pairs.isEmpty()) {
      section.text("p", "good", "None.");
      return;
    }
    var table = section.table("Times", "Article", "Article");
    pairs.forEach(pair -> row(table.in("tr", ""), findings, pair));
  }

  private static void row(Block row, Findings findings, Map.Entry<Pair, Long> pair) {
    row.text("td", "number", String.valueOf(pair.getValue()));
    article(row.in("td", ""), findings, pair.getKey().one());
    article(row.in("td", ""), findings, pair.getKey().other());
  }

  private static void article(Block cell, Findings findings, String id) {
    cell.text("span", "title", shortened(findings.title(id), TITLE)).text("span", "id", id);
  }

  private static List<Map.Entry<Pair, Long>> pairs(List<Outcome> outcomes) {
    var counts =
        outcomes.stream()
            .filter(outcome -> outcome.question().answerable() && !outcome.bestIsRight())
            .flatMap(outcome ->
                outcome.best().map(best -> pair(outcome, best.passage().articleId())).stream())
            .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Pair, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().one())
                .thenComparing(entry -> entry.getKey().other()))
        .limit(MOST)
        .toList();
  }

  /** Of several expected articles the one that came nearest stands for all. */
  private static Pair pair(Outcome outcome, String given) {
    int rank = outcome.rank();
    return Pair.of(
        given,
        rank > 0
            ? outcome.ranking().get(rank - 1).passage().articleId()
            : outcome.question().expected().stream().min(Comparator.naturalOrder()).orElseThrow());
  }
}
