package dev.switchboard.knowledge.confidence;

import dev.switchboard.bot.Thresholds;

/** The thresholds of a team that has not labelled questions of its own. */
public final class ShippedThresholds {

  private ShippedThresholds() {}

  /** Chosen over the training domains together, never on one. */
  public static Thresholds forAnyKnowledge() {
    return new Thresholds(0.55, 0.4);
  }
}
