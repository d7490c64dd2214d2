package dev.switchboard.bot.model;

/** What a model can do beside reading and writing. */
public enum Ability {
  /** Looks at pictures. */
  IMAGE,
  /** Asks for tools to be run. */
  TOOLS,
  /** Keeps to a schema of JSON. */
  SCHEMA,
  /** Listens to sounds. */
  AUDIO,
  /** Writes down what is spoken. */
  HEARS,
  /** Speaks what is written. */
  SPEAKS
}
