package dev.switchboard.bot.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Citation;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Reply;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A part of a stored reply as the customer reads it.
 *
 * @param text Markdown
 * @param sources where it stands, in the order in which the text refers to them
 * @param choices questions offered to choose from, empty unless the bot asks back
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ShownPart(String text, List<Source> sources, List<String> choices) {
  public ShownPart {
    sources = List.copyOf(sources);
    choices = List.copyOf(choices);
  }

  /**
   * An article named as the source.
   *
   * @param article the article's id
   * @param version the article's version the quote was taken from
   * @param kind {@code FAQ} or {@code DOCUMENT}
   * @param title the FAQ's question or the document's title
   * @param headings the headings above the quote, outermost first
   * @param url where the whole article can be read, empty when nowhere
   * @param quote the words that prove the answer, letter for letter, Markdown
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Source(
      String article,
      int version,
      String kind,
      // Serialization leaves empty texts out.
      @Bindable(defaultValue = "") String title,
      List<String> headings,
      @Bindable(defaultValue = "") String url,
      String quote) {
    private static Source of(Citation citation) {
      var passage = citation.passage();
      return new Source(
          passage.articleId(),
          passage.version(),
          passage.kind().name(),
          passage.title(),
          passage.headings(),
          passage.url(),
          citation.quote());
    }
  }

  static ShownPart of(Reply.Part part) {
    return new ShownPart(
        part.text(), part.citations().stream().map(Source::of).toList(), choices(part.decision()));
  }

  static ShownPart of(String text, List<Citation> citations) {
    return new ShownPart(text, citations.stream().map(Source::of).toList(), List.of());
  }

  private static List<String> choices(Decision decision) {
    return decision instanceof Decision.Clarify(var candidates, _)
        ? candidates.stream().map(Candidate::passage).map(passage -> passage.title()).toList()
        : List.of();
  }
}
