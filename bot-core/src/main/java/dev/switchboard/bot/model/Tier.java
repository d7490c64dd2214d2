package dev.switchboard.bot.model;

/** For which cases a model is meant. */
public enum Tier {
  /** Small and fast, for the many easy cases. */
  MINI,
  /** Large, for the few hard ones. */
  LARGE,
  /** On trial: never for what customers see. */
  PREVIEW,
  /** Hears or speaks, and writes nothing. */
  VOICE;

  /** Whether such models answer whoever asks. */
  public boolean answers() {
    return this == MINI || this == LARGE;
  }
}
