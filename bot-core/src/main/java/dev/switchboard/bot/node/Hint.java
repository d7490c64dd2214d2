package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.Happening;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one process tells the others in one notification: a line with its own name, then a line for
 * each happening. All of it is ASCII, so that characters are bytes.
 *
 * @param node which process tells it
 * @param happenings what happened there
 */
record Hint(String node, List<Happening> happenings) {
  /** The longest text in bytes; PostgreSQL takes 7,999. */
  static final int LONGEST = 7_900;

  private static final String CHANGED = "changed";
  private static final String TYPING = "typing";
  private static final String TYPING_ENDED = "typing-ended";

  /** A happening as a line; an agent's name is cut to what a person reads. */
  static String line(Happening.Shared happening) {
    return switch (happening) {
      case Happening.Changed(var id) -> CHANGED + " " + coded(id);
      case Happening.Typing(var id, var author, var name, var on) ->
          String.join(" ", on ? TYPING : TYPING_ENDED, coded(id), author.name(), coded(name));
    };
  }

  private static String coded(String text) {
    var cut = text.substring(0, Math.min(text.length(), 200));
    return URLEncoder.encode(cut, StandardCharsets.UTF_8);
  }

  /**
   * What a notification says; a line that is not understood, as of a newer version, is left out.
   */
  static Hint of(String text) {
    var lines = text.lines().toList();
    return new Hint(
        lines.isEmpty() ? "" : lines.getFirst(),
        lines.stream().skip(1).map(Hint::happening).flatMap(Optional::stream).toList());
  }

  private static Optional<Happening> happening(String line) {
    // The last part may be empty.
    var parts = line.split(" ", -1);
    return switch (parts[0]) {
      case CHANGED -> changed(parts);
      case TYPING -> typing(parts, true);
      case TYPING_ENDED -> typing(parts, false);
      default -> Optional.empty();
    };
  }

  private static Optional<Happening> changed(String[] parts) {
    return parts.length == 2
        ? Optional.of(new Happening.Changed(plain(parts[1])))
        : Optional.empty();
  }

  private static Optional<Happening> typing(String[] parts, boolean on) {
    return Arrays.stream(Author.values())
        .filter(author -> parts.length == 4 && author.name().equals(parts[2]))
        .findFirst()
        .map(author -> new Happening.Typing(plain(parts[1]), author, plain(parts[3]), on));
  }

  private static String plain(String coded) {
    return URLDecoder.decode(coded, StandardCharsets.UTF_8);
  }
}
