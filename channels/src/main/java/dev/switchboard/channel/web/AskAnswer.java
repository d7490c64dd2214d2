package dev.switchboard.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Receipt;
import dev.switchboard.bot.Reply;
import dev.switchboard.channel.web.block.Block;
import dev.switchboard.channel.web.block.Blocks;
import dev.switchboard.channel.web.block.Links;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * A reply as JSON: what the HTTP API returns and what the command line prints.
 *
 * @param question the customer's message as it was read
 * @param language the language it is written in, a BCP 47 tag, {@code und} when it cannot be told
 * @param parts one for each question of the message, at least one
 * @param receipt how the reply came about
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Answer")
public record AskAnswer(String question, String language, List<Part> parts, AskReceipt receipt) {

  /** The JSON form of the reply. */
  public static AskAnswer of(Reply reply) {
    var receipt = reply.receipt();
    return new AskAnswer(
        receipt.reading().text(),
        receipt.reading().language().toLanguageTag(),
        reply.parts().stream().map(part -> Part.of(part, receipt)).toList(),
        AskReceipt.of(receipt));
  }

  /**
   * The reply to one question.
   *
   * @param question the question it replies to, empty for a courtesy
   * @param decision what was decided
   * @param confidence calibrated chance, 0 to 1, that the best article found really answers; 0
   *     where none was looked for or found
   * @param text what the customer reads, Markdown
   * @param blocks the same text, ready to be shown
   * @param citations where it stands, in the order in which the text refers to them
   * @param options what is offered to choose from, empty unless {@code decision} is {@code clarify}
   * @param because the reason of the decision
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Part")
  public record Part(
      String question,
      @Schema(allowableValues = {"answer", "clarify", "escalate", "courtesy"}) String decision,
      @Schema(minimum = "0", maximum = "1") double confidence,
      String text,
      List<Block> blocks,
      List<Source> citations,
      List<Option> options,
      String because) {

    static Part of(Reply.Part part, Receipt receipt) {
      var citations = part.citations().stream().map(Source::of).toList();
      return new Part(
          part.question(),
          part.decision().getClass().getSimpleName().toLowerCase(Locale.ROOT),
          confidence(part, receipt),
          part.text(),
          Blocks.of(part.text(), citations.size()),
          citations,
          options(part.decision()),
          part.decision().because());
    }

    private static double confidence(Reply.Part part, Receipt receipt) {
      return switch (part.decision()) {
        case Decision.Answer answer -> answer.candidate().probability();
        case Decision.Clarify clarify ->
            clarify.candidates().stream().mapToDouble(Candidate::probability).max().orElse(0);
        case Decision.Escalate _ ->
            receipt.evidence().stream()
                .filter(evidence -> evidence.query().text().equals(part.question()))
                .flatMap(evidence -> evidence.best().stream())
                .mapToDouble(Candidate::probability)
                .findFirst()
                .orElse(0);
        case Decision.Courtesy _, Decision.Propose _ -> 0;
      };
    }

    private static List<Option> options(Decision decision) {
      return decision instanceof Decision.Clarify clarify
          ? clarify.candidates().stream().map(Option::of).toList()
          : List.of();
    }
  }

  /**
   * An article named as the source of an answer.
   *
   * @param article the article's id
   * @param version the article's version the quote was taken from, from 1; 0 when it was not stored
   * @param kind what kind of article it is
   * @param title the FAQ's question or the document's title
   * @param headings the headings above the quote, outermost first
   * @param url where the whole article can be read, empty when nowhere
   * @param quote the words that prove the answer, letter for letter as in the article, Markdown
   * @param blocks the quote, ready to be shown
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Citation")
  public record Source(
      String article,
      int version,
      @Schema(allowableValues = {"faq", "document", "tool"}) String kind,
      String title,
      List<String> headings,
      String url,
      String quote,
      List<Block> blocks) {

    static Source of(Citation citation) {
      var passage = citation.passage();
      return new Source(
          passage.articleId(),
          passage.version(),
          passage.kind().name().toLowerCase(Locale.ROOT),
          passage.title(),
          passage.headings(),
          Links.safe(passage.url()),
          citation.quote(),
          Blocks.of(citation.quote(), 0));
    }
  }

  /**
   * An article offered for choice.
   *
   * @param article the article's id
   * @param question what to ask to be answered by it
   */
  @Serdeable
  @Schema(name = "Option")
  public record Option(String article, String question) {

    static Option of(Candidate candidate) {
      return new Option(candidate.passage().articleId(), candidate.passage().title());
    }
  }
}
