package dev.switchboard.bot.conversation;

import java.util.List;

/**
 * A reply that an agent may send.
 *
 * @param text the whole of it, Markdown
 * @param parts the same with its sources, a part for each question
 */
public record Suggestion(String text, List<ShownPart> parts) {
  public Suggestion {
    parts = List.copyOf(parts);
  }
}
