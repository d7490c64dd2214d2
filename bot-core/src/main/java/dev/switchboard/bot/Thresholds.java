package dev.switchboard.bot;

/**
 * From which probability on an article is shown as the answer, and from which it is offered.
 *
 * @param answer at or above it the best article is the answer, 0 to 1
 * @param clarify at or above it, and below {@code answer}, close articles are offered, 0 to 1
 */
public record Thresholds(double answer, double clarify) {

  public Thresholds {
    if (!(clarify >= 0 && clarify <= answer && answer <= 1)) {
      throw new IllegalArgumentException("0 <= " + clarify + " <= " + answer + " <= 1 must hold");
    }
  }
}
