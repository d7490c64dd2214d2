package dev.switchboard.bot.triage;

import java.util.Locale;

/** What the phrases of one section of a word list mean. */
enum Topic {
  GREETING,
  THANKS,
  GOODBYE,
  ASKS_IF_BOT,
  WANTS_PERSON,
  /** Looks like a wish for a person and is none. */
  NOT_WANTS_PERSON,
  /** Says that an answer did not help. */
  NOT_HELPED,
  /** Points at a file that came along: "see the screenshot". */
  POINTS_AT_FILE,
  /** Says nothing beside a courtesy: "ok", "please". */
  FILLER,
  /** Opens a question. */
  QUESTION,
  /** Joins two clauses. */
  AND,
  /** Leans on something said before: "it", "there". */
  POINTS_BACK,
  /** Looks like it and does not: "is it possible". */
  NOT_POINTS_BACK,
  /** May lean on what was said before: enough not to cut there, too little for more. */
  LEANS,
  /** Opens a question that goes on with the one before: "what about". */
  FOLLOW_UP,
  /** A preposition that can open a detail without a verb: "for business accounts?". */
  DETAIL,
  /** Words that nearly every sentence of the language holds. */
  COMMON;

  /** The topic of the section with this title, such as {@code wants person}. */
  static Topic titled(String title) {
    return valueOf(title.strip().replace(' ', '_').toUpperCase(Locale.ROOT));
  }
}
