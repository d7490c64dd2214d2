package dev.switchboard.bot.triage;

/**
 * A row of tokens.
 *
 * @param from the first one
 * @param to the one after the last
 */
record Span(int from, int to) {

  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  boolean contains(int token) {
    return from <= token && token < to;
  }
}
