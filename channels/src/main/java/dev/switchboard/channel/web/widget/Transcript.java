package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Attachment;
import dev.switchboard.bot.conversation.Turn;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A conversation as a text to keep. */
final class Transcript {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Transcript() {}

  /**
   * What the customer saw of it.
   *
   * @param files the files that came with the turns, by {@link Turn#seq()}
   */
  static String of(List<Turn> turns, Map<Long, List<Attachment>> files) {
    return turns.stream()
        .filter(turn -> turn.author().isShown())
        .map(turn -> part(turn, files.getOrDefault(turn.seq(), List.of())))
        .collect(Collectors.joining("\n"));
  }

  private static String part(Turn turn, List<Attachment> files) {
    var heading = "%s, %s".formatted(writer(turn), TIME.format(turn.at()));
    var names = files.stream().map(file -> "[%s]".formatted(file.name()));
    return Stream.of(Stream.of(heading), turn.text().lines(), names)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String writer(Turn turn) {
    return switch (turn.author()) {
      case CUSTOMER -> "You";
      case BOT -> "Automated assistant";
      case AGENT -> turn.by();
      case NOTE, SUGGESTION -> "";
    };
  }
}
