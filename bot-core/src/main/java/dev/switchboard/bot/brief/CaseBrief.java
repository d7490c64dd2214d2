package dev.switchboard.bot.brief;

import dev.switchboard.bot.conversation.Rating;
import dev.switchboard.bot.conversation.ShownPart;
import java.util.List;

/**
 * A case in short.
 *
 * @param problem what it is about, a sentence in the customer's own words; empty when they wrote
 *     none
 * @param summary what it is about, as a model tells it for colleagues; empty where none has
 * @param request what they want, the sentence of theirs that asks for it or wishes it; empty when
 *     they do neither
 * @param because why people have it, empty when nobody said
 * @param tried what the bot has answered already, oldest first
 * @param moods how the customer felt, turn by turn, oldest first
 * @param facts what the customer claims, and what the team's own site has said of them
 * @param enclosed the files that they sent, oldest first
 * @param missing the kinds of facts that often are needed and that neither the customer nor the
 *     team's own site has told
 * @param ratings how the customer rated earlier help, oldest first
 */
public record CaseBrief(
    String problem,
    String summary,
    String request,
    String because,
    List<Tried> tried,
    List<Mood> moods,
    List<Fact> facts,
    List<Enclosed> enclosed,
    List<Fact.Kind> missing,
    List<Rating> ratings) {
  public CaseBrief {
    tried = List.copyOf(tried);
    moods = List.copyOf(moods);
    facts = List.copyOf(facts);
    enclosed = List.copyOf(enclosed);
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
   * How the customer felt in a turn.
   *
   * @param seq the turn
   */
  public record Mood(long seq, Feeling feeling) {}

  /** How a customer sounds. */
  public enum Feeling {
    CALM,
    ANNOYED,
    ABUSIVE
  }

  /**
   * A file that the customer sent.
   *
   * @param id the attachment's id
   * @param name its name as it is shown
   * @param mediaType its type by its content, such as {@code image/png}
   * @param size in bytes
   * @param seq the turn it came with
   * @param text how its text begins; empty when it holds none, or has not been read yet
   */
  public record Enclosed(
      String id, String name, String mediaType, long size, long seq, String text) {}

  /**
   * Something about the customer or their matter.
   *
   * @param kind what kind of thing
   * @param value as they wrote it
   * @param seq the turn they wrote it in; 0 when it was told otherwise
   * @param standing whether anybody but the customer vouches for it
   */
  public record Fact(Kind kind, String value, long seq, Standing standing) {

    /** Who says so. */
    public enum Standing {
      /** The customer; nobody has checked it. */
      CLAIMED,
      /** The team's own site. */
      VERIFIED
    }

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
