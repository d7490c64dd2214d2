package dev.switchboard.knowledge.evaluation;

import java.util.List;

/**
 * A text of which it is known what personal data it holds.
 *
 * @param text what somebody wrote
 * @param labels what it holds, of kinds that can be found and of others
 */
public record LabelledText(String text, List<Label> labels) {
  public LabelledText {
    labels = List.copyOf(labels);
  }

  /**
   * Personal data in the text.
   *
   * @param type its kind, as the file calls it
   * @param start its first character
   * @param end behind its last character
   */
  public record Label(String type, int start, int end) {}
}
