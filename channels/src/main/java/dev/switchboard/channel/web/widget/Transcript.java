package dev.switchboard.channel.web.widget;

import dev.switchboard.bot.conversation.Turn;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A conversation as a text to keep. */
final class Transcript {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Transcript() {}

  /** What the customer saw of it. */
  static String of(List<Turn> turns) {
    return turns.stream()
        .filter(turn -> turn.author().isShown())
        .map(turn -> "%s, %s\n%s\n".formatted(writer(turn), TIME.format(turn.at()), turn.text()))
        .collect(Collectors.joining("\n"));
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
