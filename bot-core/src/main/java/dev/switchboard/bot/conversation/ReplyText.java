package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Reply;
import java.util.stream.Collectors;

/** A reply as one text, for channels that know nothing of its parts. */
final class ReplyText {
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
        : part.text();
  }
}
