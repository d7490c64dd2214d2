package dev.switchboard.bot.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.Ascent;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.Rung;
import dev.switchboard.bot.Signal;
import dev.switchboard.bot.Traits;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param ascents how each question climbed the ladder; none in receipts of before
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
    Map<String, Long> micros,
    @Nullable List<Ascended> ascents) {

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
        receipt.micros(),
        receipt.ascents().stream().map(Ascended::of).toList());
  }

  /** How a question climbed the ladder. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Ascended(
      String question, Seen seen, String begun, String because, List<Asked> steps, String ended) {
    private static Ascended of(Ascent ascent) {
      return new Ascended(
          ascent.question(),
          Seen.of(ascent.traits()),
          ascent.begun().name(),
          ascent.because(),
          ascent.steps().stream().map(Asked::of).toList(),
          ascent.ended().name());
    }

    private Ascent ascent() {
      return new Ascent(
          question,
          seen.traits(),
          Rung.valueOf(begun),
          because,
          steps.stream().map(Asked::step).toList(),
          Rung.valueOf(ended));
    }
  }

  /** A model that was asked. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Asked(
      String rung,
      @Bindable(defaultValue = "") String model,
      String outcome,
      long cost,
      long millis) {
    private static Asked of(Ascent.Step step) {
      return new Asked(
          step.rung().name(), step.model(), step.outcome(), step.cost(), step.millis());
    }

    private Ascent.Step step() {
      return new Ascent.Step(Rung.valueOf(rung), model, outcome, cost, millis);
    }
  }

  /** What the rung was decided by. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Seen(
      @Bindable(defaultValue = "") String urgent,
      String found,
      boolean document,
      double confidence,
      int questions,
      boolean reasoning,
      @Bindable(defaultValue = "false") boolean tool,
      int pictures,
      boolean cross,
      int failures,
      boolean foreign,
      boolean vip,
      List<String> topics,
      @Bindable(defaultValue = "") String channel) {
    private static Seen of(Traits traits) {
      return new Seen(
          traits.urgent(),
          traits.found().name(),
          traits.document(),
          traits.confidence(),
          traits.questions(),
          traits.reasoning(),
          traits.tool(),
          traits.pictures(),
          traits.cross(),
          traits.failures(),
          traits.foreign(),
          traits.vip(),
          traits.topics().stream().sorted().toList(),
          traits.channel());
    }

    private Traits traits() {
      return new Traits(
          urgent,
          Traits.Found.valueOf(found),
          document,
          confidence,
          questions,
          reasoning,
          tool,
          pictures,
          cross,
          failures,
          foreign,
          vip,
          Set.copyOf(topics),
          channel);
    }
  }

  /** How each question climbed the ladder; none where that was not kept. */
  List<Ascent> climbed() {
    return ascents == null ? List.of() : ascents.stream().map(Ascended::ascent).toList();
  }

  private static Part part(Reply.Part part) {
    var decision = part.decision();
    return new Part(
        part.question(),
        decision.getClass().getSimpleName(),
        decision.because(),
        Stream.concat(shown(decision), cited(part)).distinct().toList(),
        ShownPart.of(part));
  }

  private static Stream<Shown> shown(Decision decision) {
    return switch (decision) {
      case Decision.Answer(var candidate, _) -> Stream.of(shown(candidate));
      case Decision.Clarify(var candidates, _) -> candidates.stream().map(StoredReceipt::shown);
      case Decision.Escalate _, Decision.Courtesy _, Decision.Propose _ -> Stream.empty();
    };
  }

  // What a model wrote may stand on more articles than the one that leads.
  private static Stream<Shown> cited(Reply.Part part) {
    return part.decision() instanceof Decision.Answer(var lead, _)
        ? part.citations().stream()
            .filter(citation -> !citation.passage().equals(lead.passage()))
            .map(citation ->
                new Shown(
                    citation.passage().articleId(),
                    citation.passage().version(),
                    List.of(citation.quote())))
        : Stream.empty();
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
