package dev.switchboard.bot;

import java.util.List;

/**
 * What is sent back for a message.
 *
 * @param parts one for each question of the message, at least one
 * @param receipt how it came about
 */
public record Reply(List<Part> parts, Receipt receipt) {

  public Reply {
    parts = List.copyOf(parts);
  }

  /**
   * The reply to one question.
   *
   * @param question the question it replies to, empty for a courtesy
   * @param decision what was decided
   * @param text what the customer reads, Markdown
   * @param citations where it stands, verified; empty unless an article answers
   */
  public record Part(String question, Decision decision, String text, List<Citation> citations) {
    public Part {
      citations = List.copyOf(citations);
    }
  }
}
