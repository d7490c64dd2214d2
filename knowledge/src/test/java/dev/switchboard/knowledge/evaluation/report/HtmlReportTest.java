package dev.switchboard.knowledge.evaluation.report;

import static dev.switchboard.knowledge.evaluation.Outcomes.answered;
import static dev.switchboard.knowledge.evaluation.Outcomes.clarified;
import static dev.switchboard.knowledge.evaluation.Outcomes.found;
import static dev.switchboard.knowledge.evaluation.Outcomes.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Thresholds;
import dev.switchboard.knowledge.confidence.RiskDial;
import dev.switchboard.knowledge.evaluation.DialTrial;
import dev.switchboard.knowledge.evaluation.Findings;
import dev.switchboard.knowledge.evaluation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final String HOSTILE =
      "</style><script>alert(1)</script>\"'&<img src=x onerror=y>";

  @Test
  void escapesWhatQuestionsArticlesAndNamesHold() {
    var findings =
        findings(
            List.of(
                answered(HOSTILE, "expected", found(HOSTILE, 0.9), found("expected", 0.1)),
                answered(HOSTILE, "-", found(HOSTILE, 0.8))),
            Map.of(HOSTILE, HOSTILE, "expected", HOSTILE));

    var page = Jsoup.parse(HtmlReport.of(findings, HOSTILE));

    assertThat(page.select("script, img, [onerror]")).isEmpty();
    assertThat(page.select(".question").eachText()).containsExactly(HOSTILE);
    assertThat(page.select(".expected .title").eachText()).containsExactly(HOSTILE);
    assertThat(page.title()).endsWith(HOSTILE);
  }

  @Test
  void needsNothingBesideItself() {
    var page = Jsoup.parse(HtmlReport.of(findings(mixed(), Map.of()), "shop"));

    assertThat(page.select("[src], [href], link, script, iframe")).isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(page.select("style").html()).contains("prefers-color-scheme: dark", "@media print");
  }

  @Test
  void setsExpectedAndGivenArticleSideBySide() {
    var page = Jsoup.parse(HtmlReport.of(findings(mixed(), Map.of("b", "Returns")), "shop"));

    assertThat(page.select(".mistakes .question").eachText()).containsExactly("wrong", "close");
    assertThat(page.select(".mistakes li:first-child .expected").text())
        .contains("Expected, at place 2 with 10.0 %", "Returns", "Text of b");
    assertThat(page.select(".mistakes li:first-child .given").text())
        .contains("Answered with 80.0 %", "Title of a", "Text of a");
  }

  @Test
  void writesTheCellsOfATableAsText() {
    var table =
        "| Code | Meaning |\n|---|:--|\n| E-145 | sensor blocked |\n| E-160 | memory full |";
    var passage = new Passage("b", 1, Passage.Kind.DOCUMENT, "Codes", List.of(), table, "");
    var codes = new Candidate(passage, "", 0.1, Map.of(), List.of());
    var outcomes = List.of(answered("wrong", "b", found("a", 0.8), codes));

    var page = Jsoup.parse(HtmlReport.of(findings(outcomes, Map.of()), "shop"));

    assertThat(page.select(".expected .body").text())
        .isEqualTo("Code · Meaning · E-145 · sensor blocked · E-160 · memory full");
  }

  @Test
  void hasRoundNumbersAtTheAxes() {
    assertThat(IntStream.of(1, 5, 6, 51, 1_203).map(most -> (int) Chart.end(most)))
        .containsExactly(5, 5, 10, 60, 1_250);
    assertThat(DoubleStream.of(0.7, 3.3, 9.9, 204.3).map(Chart::end).boxed().toList())
        .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1)
        .containsExactly(0.75, 4.0, 10.0, 250.0);
  }

  @Test
  void countsPairsOfArticlesMixedUpInEitherDirection() {
    var page = Jsoup.parse(HtmlReport.of(findings(mixed(), Map.of()), "shop"));

    assertThat(page.select("section:contains(mixed up) tbody").select(".number, .id").eachText())
        .containsExactly("2", "a", "b");
  }

  @Test
  void listsQuestionsAnsweredWithoutKnowing() {
    var page = Jsoup.parse(HtmlReport.of(findings(mixed(), Map.of()), "shop"));

    assertThat(page.select("section:contains(without knowing) tbody tr").eachText())
        .containsExactly("60.0 % not ours Title of a");
  }

  @Test
  void saysWhenNothingCanBePromised() {
    var page = Jsoup.parse(HtmlReport.of(findings(mixed(), Map.of()), "shop"));

    assertThat(page.select(".dial").text()).contains("cannot be promised", "at least 77 questions");
  }

  @Test
  void drawsThreeChartsWithNothingButNumbers() {
    for (var outcomes : List.of(mixed(), List.of(unanswered("none", "-")))) {
      var page = Jsoup.parse(HtmlReport.of(findings(outcomes, Map.of()), "shop"));

      assertThat(page.select("svg")).hasSize(3);
      assertThat(page.select("svg").outerHtml()).doesNotContain("NaN", "Infinity");
    }
  }

  private static List<Outcome> mixed() {
    return List.of(
        answered("right", "a", found("a", 0.9)),
        answered("wrong", "b", found("a", 0.8), found("b", 0.1)),
        clarified("close", "a", found("b", 0.45), found("a", 0.4)),
        answered("not ours", "-", found("a", 0.6)));
  }

  private static Findings findings(List<Outcome> outcomes, Map<String, String> titles) {
    var dial = DialTrial.of(outcomes, RiskDial.accepting(0.05));
    return new Findings(
        outcomes, new Thresholds(0.5, 0.4), dial, false, titles, Duration.ofSeconds(1));
  }
}
