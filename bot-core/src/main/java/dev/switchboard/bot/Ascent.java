package dev.switchboard.bot;

import java.util.List;

/**
 * How a question climbed the ladder.
 *
 * @param question as it was read
 * @param traits what its first rung was decided by
 * @param begun on which rung
 * @param because why there, in words a support lead understands
 * @param steps the models that were asked, in their order; empty where none was
 * @param ended the rung whose reply the customer gets
 */
public record Ascent(
    String question, Traits traits, Rung begun, String because, List<Step> steps, Rung ended) {

  public Ascent {
    steps = List.copyOf(steps);
  }

  /**
   * A model that was asked.
   *
   * @param rung on which it stands
   * @param model the team's name for it, empty where none could be reached
   * @param outcome what came of it, in words a support lead understands
   * @param cost in micro-dollars
   * @param millis how long it took, in milliseconds
   */
  public record Step(Rung rung, String model, String outcome, long cost, long millis) {}
}
