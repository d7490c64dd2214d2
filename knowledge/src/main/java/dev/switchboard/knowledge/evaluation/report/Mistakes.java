package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.report.Block.share;
import static dev.switchboard.knowledge.evaluation.report.Block.shortened;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Passage;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** The wrong answers that the bot was surest of, side by side with what was expected. */
final class Mistakes {

  private static final int MOST = 25;
  private static final int TEXT = 280;
  private static final Parser MARKDOWN = Parser.builder().build();
  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  private Mistakes() {}

  static void write(Block page, Findings findings) {
    var worst =
        findings.outcomes().stream()
            .filter(outcome -> outcome.question().answerable() && !outcome.bestIsRight())
            .filter(outcome -> outcome.best().isPresent())
            .sorted(
                Comparator.comparing(Outcome::wrong)
                    .thenComparingDouble(Outcome::confidence)
                    .reversed())
            .limit(MOST)
            .toList();
    var section =
        page.section(
            "The worst mistakes",
            "Questions with another article on top than the expected one: first those that were"
                + " answered wrongly, the surest on top. Often both articles say nearly the same,"
                + " or the expected one lacks the customer's words: add them as a variant.");
    if (worst.isEmpty()) {
      section.text("p", "good", "None: the expected article is always on top.");
      return;
    }
    var list = section.in("ol", "mistakes");
    worst.forEach(outcome -> mistake(list.in("li", ""), findings, outcome));
  }

  private static void mistake(Block item, Findings findings, Outcome outcome) {
    item.text("p", "question", shortened(outcome.question().text(), TEXT));
    var sides = item.in("div", "sides");
    expected(sides.in("div", "expected"), findings, outcome);
    outcome.best().ifPresent(best -> given(sides.in("div", "given"), outcome, best));
  }

  private static void expected(Block side, Findings findings, Outcome outcome) {
    var titles =
        outcome.question().expected().stream()
            .sorted()
            .map(findings::title)
            .collect(Collectors.joining(" / "));
    side.text("p", "label", "Expected" + place(outcome))
        .text("p", "title", shortened(titles, TEXT));
    text(side, outcome);
  }

  private static String place(Outcome outcome) {
    return outcome.rank() == 0
        ? ", not found"
        : ", at place %d with %s"
            .formatted(
                outcome.rank(), share(outcome.ranking().get(outcome.rank() - 1).probability()));
  }

  private static void text(Block side, Outcome outcome) {
    if (outcome.rank() > 0) {
      side.text("p", "body", text(outcome.ranking().get(outcome.rank() - 1).passage()));
    }
  }

  private static void given(Block side, Outcome outcome, Candidate best) {
    side.text("p", "label", verb(outcome) + " with " + share(best.probability()))
        .text("p", "title", shortened(best.passage().title(), TEXT))
        .text("p", "body", text(best.passage()));
  }

  private static String verb(Outcome outcome) {
    return switch (outcome.given()) {
      case ANSWER -> "Answered";
      case CLARIFY -> "Offered first";
      case NOTHING -> "On top, but held back,";
    };
  }

  private static String text(Passage passage) {
    var plain = PLAIN.render(MARKDOWN.parse(passage.text()));
    // Cells of a table, without the row of dashes below its head.
    var cells = plain.replaceAll("\\|(\\s*:?-+:?\\s*\\|)+", "").replaceAll("(\\s*\\|)+\\s*", " · ");
    return shortened(cells.replaceAll("^ · | · $", ""), TEXT);
  }
}
