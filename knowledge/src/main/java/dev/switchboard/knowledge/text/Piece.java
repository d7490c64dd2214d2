package dev.switchboard.knowledge.text;

import java.util.List;

/**
 * A passage as it was cut.
 *
 * @param headings the headings above it, outermost first
 * @param text its text, letter for letter as in the article, Markdown
 */
public record Piece(List<String> headings, String text) {
  public Piece {
    headings = List.copyOf(headings);
  }
}
