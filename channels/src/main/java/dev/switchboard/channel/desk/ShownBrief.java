package dev.switchboard.channel.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.bot.brief.CaseBrief;
import dev.switchboard.channel.web.block.Blocks;
import dev.switchboard.channel.web.block.PlainText;
import dev.switchboard.channel.web.turn.ReadableTurn;
import dev.switchboard.channel.web.turn.TurnReader;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/**
 * A case in short, as {@link CaseBrief} explains it.
 *
 * @param missing kinds of facts, as in {@link Fact#kind}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ShownBrief(
    String problem,
    String because,
    List<Tried> tried,
    List<Fact> facts,
    List<String> missing,
    List<Stars> ratings) {

  /**
   * Something the bot has answered.
   *
   * @param felt {@code unsaid}, {@code helpful} or {@code unhelpful}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tried(String question, String answer, List<ReadableTurn.Source> citations, String felt) {}

  /**
   * Something the customer claims.
   *
   * @param kind {@code email}, {@code date}, {@code amount} or {@code number}
   */
  @Serdeable
  record Fact(String kind, String value, long seq) {}

  /** What the customer thought of earlier help, from 1 to 5. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Stars(int score, String words) {}

  static ShownBrief of(CaseBrief brief) {
    return new ShownBrief(
        brief.problem(),
        brief.because(),
        brief.tried().stream().map(ShownBrief::tried).toList(),
        brief.facts().stream()
            .map(fact -> new Fact(lower(fact.kind()), fact.value(), fact.seq()))
            .toList(),
        brief.missing().stream().map(ShownBrief::lower).toList(),
        brief.ratings().stream().map(rating -> new Stars(rating.score(), rating.words())).toList());
  }

  private static Tried tried(CaseBrief.Tried tried) {
    return new Tried(
        tried.question(),
        PlainText.of(Blocks.of(tried.answer(), tried.sources().size())),
        tried.sources().stream().map(TurnReader::source).toList(),
        lower(tried.felt()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
