package dev.switchboard.bot.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Signal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a reply came about, as it is kept.
 *
 * <p>Passages are named by article and version: versions are never deleted, so their texts are not
 * stored again with each reply.
 *
 * @param language of the message, a BCP 47 tag, {@code und} when unknown
 * @param signals what was read in the message beside its questions
 * @param answerFrom the chance from which on an article is the answer
 * @param clarifyFrom the chance from which on articles are offered
 * @param parts what was decided, one for each question
 * @param searches what was found, one for each question looked up
 * @param micros time spent by stage, in microseconds
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record StoredReceipt(
    String language,
    List<String> signals,
    double answerFrom,
    double clarifyFrom,
    List<Part> parts,
    List<Search> searches,
    Map<String, Long> micros) {

  private static final String ANSWER = Decision.Answer.class.getSimpleName();

  /** One decision with the articles it showed, and what the customer read. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Part(
      String question, String decision, String because, List<Shown> shown, ShownPart read) {}

  /** An article that was shown, and the words it was quoted with. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(String articleId, int version, List<String> quotes) {}

  /** What was found on one question, and the chance that anything answers it. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Search(String question, double covered, List<Found> found) {}

  /** An article that was found. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Found(String articleId, int version, double probability, Map<String, Double> scores) {}

  static StoredReceipt of(Reply reply) {
    var receipt = reply.receipt();
    var reading = receipt.reading();
    return new StoredReceipt(
        reading.language().toLanguageTag(),
        reading.signals().stream().map(Signal::name).sorted().toList(),
        receipt.thresholds().answer(),
        receipt.thresholds().clarify(),
        reply.parts().stream().map(StoredReceipt::part).toList(),
        receipt.evidence().stream().map(StoredReceipt::search).toList(),
        receipt.micros());
  }

  private static Part part(Reply.Part part) {
    var decision = part.decision();
    return new Part(
        part.question(),
        decision.getClass().getSimpleName(),
        decision.because(),
        shown(decision).map(StoredReceipt::shown).toList(),
        ShownPart.of(part));
  }

  private static Stream<Candidate> shown(Decision decision) {
    return switch (decision) {
      case Decision.Answer(var candidate, _) -> Stream.of(candidate);
      case Decision.Clarify(var candidates, _) -> candidates.stream();
      case Decision.Escalate _, Decision.Courtesy _ -> Stream.empty();
    };
  }

  private static Shown shown(Candidate candidate) {
    var passage = candidate.passage();
    return new Shown(passage.articleId(), passage.version(), candidate.quotes());
  }

  private static Search search(Evidence evidence) {
    return new Search(
        evidence.query().text(),
        evidence.covered(),
        evidence.candidates().stream().map(StoredReceipt::found).toList());
  }

  private static Found found(Candidate candidate) {
    return new Found(
        candidate.passage().articleId(),
        candidate.passage().version(),
        candidate.probability(),
        candidate.scores());
  }

  /** Whether an article answered, rather than only being offered for choice. */
  boolean answers() {
    return parts.stream().anyMatch(part -> part.decision().equals(ANSWER));
  }

  /** The articles that were shown to the customer, each once. */
  List<String> articleIds() {
    return parts.stream()
        .flatMap(part -> part.shown().stream())
        .map(Shown::articleId)
        .distinct()
        .toList();
  }
}
