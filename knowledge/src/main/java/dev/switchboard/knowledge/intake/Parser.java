package dev.switchboard.knowledge.intake;

/** Reads one format; safe for use by many threads. */
@FunctionalInterface
interface Parser {

  /**
   * Reads all of the bytes.
   *
   * @throws Refused when nothing can be said about single lines
   */
  Yield parse(Origin origin, byte[] bytes) throws Refused;
}
