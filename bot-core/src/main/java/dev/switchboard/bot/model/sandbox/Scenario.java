package dev.switchboard.bot.model.sandbox;

/** How a call goes. */
public enum Scenario {
  /** An answer. */
  GOOD,
  /** An answer that needs seconds to begin. */
  LATE,
  /** Never begins. */
  SILENT,
  /** Begins and falls silent. */
  STALLED,
  /** Begins and breaks off, in the middle of a character. */
  CUT,
  /** Ends without saying that it ends. */
  UNFINISHED,
  /** An error among the pieces, with the marks of an end behind it. */
  ERROR_PIECE,
  /** An event that is an error. */
  ERROR_EVENT,
  /** 429, with a time after which to come again. */
  RATE_LIMITED,
  /** 429, as there is no credit. */
  NO_CREDIT,
  /** 500. */
  BROKEN,
  /** 503 with a page for people. */
  PAGE,
  /** 200 with a page for people. */
  GOOD_PAGE,
  /** 401. */
  UNAUTHORIZED,
  /** 404: no such model. */
  NO_MODEL,
  /** 400: the question is too long. */
  TOO_LONG,
  /** Nothing behind the headers. */
  EMPTY,
  /** No choices. */
  NO_CHOICES,
  /** What is no JSON. */
  GARBAGE,
  /** An answer that does not end. */
  ENDLESS,
  /** An answer, a byte at a time, with comments between. */
  DRIBBLING,
  /** An answer without its usage. */
  NO_USAGE,
  /** An answer that ran into its longest. */
  SHORTENED
}
