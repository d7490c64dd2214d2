package dev.switchboard.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Thresholds;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a reply came about, as JSON.
 *
 * @param signals what was read in the message beside its questions, in alphabetical order
 * @param language the language the message is written in, a BCP 47 tag, {@code und} when unknown
 * @param thresholds the thresholds in force
 * @param evidence what was found, one for each question
 * @param micros time spent by stage, in microseconds, {@code total} among them
 * @param ascents who was asked for an answer to each question, and why
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Receipt")
public record AskReceipt(
    List<String> signals,
    String language,
    Limits thresholds,
    List<Search> evidence,
    Map<String, Long> micros,
    List<Ascended> ascents) {

  static AskReceipt of(Receipt receipt) {
    var reading = receipt.reading();
    return new AskReceipt(
        reading.signals().stream()
            .map(signal -> signal.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        reading.language().toLanguageTag(),
        Limits.of(receipt.thresholds()),
        receipt.evidence().stream().map(Search::of).toList(),
        new TreeMap<>(receipt.micros()),
        receipt.ascents().stream().map(Ascended::of).toList());
  }

  /**
   * Who was asked for an answer to a question.
   *
   * @param question as it was read
   * @param begun on which rung
   * @param because why there
   * @param steps the models that were asked, in their order
   * @param ended the rung whose reply it is
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Ascent")
  public record Ascended(
      String question,
      @Schema(allowableValues = {"knowledge", "mini", "large", "person"}) String begun,
      String because,
      List<Step> steps,
      @Schema(allowableValues = {"knowledge", "mini", "large", "person"}) String ended) {

    private static Ascended of(Ascent ascent) {
      return new Ascended(
          ascent.question(),
          lower(ascent.begun()),
          ascent.because(),
          ascent.steps().stream().map(Step::of).toList(),
          lower(ascent.ended()));
    }
  }

  /**
   * A model that was asked.
   *
   * @param rung on which it stands
   * @param outcome what came of it
   * @param millis how long it took, in milliseconds
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Step")
  public record Step(
      @Schema(allowableValues = {"mini", "large"}) String rung, String outcome, long millis) {

    private static Step of(Ascent.Step step) {
      return new Step(lower(step.rung()), step.outcome(), step.millis());
    }
  }

  private static String lower(Rung rung) {
    return rung.name().toLowerCase(Locale.ROOT);
  }

  /**
   * From which probability on an article is shown, and from which it is offered.
   *
   * @param answer at or above it the best article is the answer
   * @param clarify at or above it close articles are offered
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Thresholds")
  public record Limits(double answer, double clarify) {

    static Limits of(Thresholds thresholds) {
      return new Limits(thresholds.answer(), thresholds.clarify());
    }
  }

  /**
   * What was found for one question.
   *
   * @param question the question as it was looked up
   * @param candidates the articles found, the most probable first
   * @param micros time spent by stage, in microseconds
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Search")
  public record Search(String question, List<Hit> candidates, Map<String, Long> micros) {

    static Search of(Evidence evidence) {
      return new Search(
          evidence.query().text(),
          evidence.candidates().stream().map(Hit::of).toList(),
          new TreeMap<>(evidence.micros()));
    }
  }

  /**
   * An article that was found.
   *
   * @param article the article's id
   * @param version the article's version, from 1; 0 when it was not stored
   * @param title the FAQ's question or the document's title
   * @param headings the headings above its best passage, outermost first
   * @param matched the wording of the article that matched best
   * @param probability calibrated chance, 0 to 1, that it really answers
   * @param scores what each part of the ranking said
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Candidate")
  public record Hit(
      String article,
      int version,
      String title,
      List<String> headings,
      String matched,
      double probability,
      Map<String, Double> scores) {

    static Hit of(Candidate candidate) {
      var passage = candidate.passage();
      return new Hit(
          passage.articleId(),
          passage.version(),
          passage.title(),
          passage.headings(),
          candidate.matched(),
          candidate.probability(),
          new TreeMap<>(candidate.scores()));
    }
  }
}
