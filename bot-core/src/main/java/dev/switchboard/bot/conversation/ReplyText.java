package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A reply as one text, for channels that know nothing of its parts. */
final class ReplyText {
  private static final Pattern MARK = Pattern.compile(" ?\\[(\\d{1,2})](?!\\()");

  private ReplyText() {}

  /** The parts in their order, Markdown; where the choice is offered, a line for each article. */
  static String of(Reply reply) {
    return reply.parts().stream()
        .map(ReplyText::of)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** One part, Markdown. */
  static String of(Reply.Part part) {
    return part.decision() instanceof Decision.Clarify(var candidates, _)
        ? candidates.stream()
            .map(candidate -> "- " + candidate.passage().title())
            .collect(Collectors.joining("\n", part.text() + "\n\n", ""))
        : withoutMarks(part.text(), part.citations().size());
  }

  /**
   * The text without the numbers of its sources, which mean nothing where they are not named.
   *
   * @param sources how many there are
   */
  static String withoutMarks(String text, int sources) {
    return MARK.matcher(text)
        .replaceAll(mark -> {
          int number = Integer.parseInt(mark.group(1));
          return number >= 1 && number <= sources ? "" : Matcher.quoteReplacement(mark.group());
        });
  }
}
