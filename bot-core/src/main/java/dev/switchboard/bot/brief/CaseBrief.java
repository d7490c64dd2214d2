package dev.switchboard.bot.brief;

import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.ShownPart;
import java.util.List;

/**
 * A case in short.
 *
 * @param problem what the customer wants, a sentence in their own words; empty when they wrote none
 * @param because why people have it, empty when nobody said
 * @param tried what the bot has answered already, oldest first
 * @param facts what the customer claims; nobody has checked it
 * @param missing the kinds of facts that often are needed and that neither the customer nor the
 *     team's own site has told
 * @param ratings how the customer rated earlier help, oldest first
 */
public record CaseBrief(
    String problem,
    String because,
    List<Tried> tried,
    List<Fact> facts,
    List<Fact.Kind> missing,
    List<Rating> ratings) {
  public CaseBrief {
    tried = List.copyOf(tried);
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
    ratings = List.copyOf(ratings);
  }

  /**
   * Something the bot has answered.
   *
   * @param question the question
   * @param answer how the answer begins, Markdown
   * @param sources where it stands
   * @param felt what the customer thinks of it
   */
  public record Tried(String question, String answer, List<ShownPart.Source> sources, Felt felt) {
    public Tried {
      sources = List.copyOf(sources);
    }
  }

  /** What a customer thinks of an answer. */
  public enum Felt {
    UNSAID,
    HELPFUL,
    UNHELPFUL
  }

  /**
   * Something the customer claims.
   *
   * @param kind what kind of thing
   * @param value as they wrote it
   * @param seq the turn they wrote it in
   */
  public record Fact(Kind kind, String value, long seq) {

    /** What can be told by its form. */
    public enum Kind {
      EMAIL,
      DATE,
      AMOUNT,
      /** The number of an order, an invoice, a customer. */
      NUMBER
    }
  }
}
