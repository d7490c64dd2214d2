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
    String summary,
    String request,
    String because,
    List<Tried> tried,
    List<Mood> moods,
    List<Fact> facts,
    List<Enclosed> enclosed,
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
   * How the customer felt in a turn.
   *
   * @param feeling {@code calm}, {@code annoyed} or {@code abusive}
   */
  @Serdeable
  record Mood(long seq, String feeling) {}

  /**
   * Something about the customer or their matter.
   *
   * @param kind {@code email}, {@code date}, {@code amount} or {@code number}
   * @param standing {@code claimed} or {@code verified}
   */
  @Serdeable
  record Fact(String kind, String value, long seq, String standing) {}

  /**
   * A file that the customer sent.
   *
   * @param text how its text begins, empty when none is known
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Enclosed(String id, String name, String type, long size, long seq, String text) {}

  /** What the customer thought of earlier help, from 1 to 5. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Stars(int score, String words) {}

  static ShownBrief of(CaseBrief brief) {
    return new ShownBrief(
        brief.problem(),
        brief.summary(),
        brief.request(),
        brief.because(),
        brief.tried().stream().map(ShownBrief::tried).toList(),
        brief.moods().stream().map(mood -> new Mood(mood.seq(), lower(mood.feeling()))).toList(),
        brief.facts().stream().map(ShownBrief::fact).toList(),
        brief.enclosed().stream().map(ShownBrief::enclosed).toList(),
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

  private static Fact fact(CaseBrief.Fact fact) {
    return new Fact(lower(fact.kind()), fact.value(), fact.seq(), lower(fact.standing()));
  }

  private static Enclosed enclosed(CaseBrief.Enclosed file) {
    return new Enclosed(
        file.id(), file.name(), file.mediaType(), file.size(), file.seq(), file.text());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
