package dev.switchboard.bot;

/** Something that was read in a message, beside the questions themselves. */
public enum Signal {
  GREETING,
  THANKS,
  GOODBYE,
  /** Asks whether a person or a program is speaking. */
  ASKS_IF_BOT,
  /** Wishes to speak to a person. */
  WANTS_PERSON,
  /** Sounds annoyed or angry. */
  ANNOYED,
  /** Insults, threatens or harasses. */
  ABUSIVE,
  /** Says that the answer before did not help. */
  NOT_HELPED,
  /** Points at a file that came along: "see the screenshot". */
  POINTS_AT_FILE,
  SEVERAL_QUESTIONS,
  /** Leans on an earlier question ("and for business accounts?"). */
  FOLLOW_UP,
  /** Nothing readable: blank, only control or invisible characters. */
  EMPTY,
  /** Readable, but no words of any language: "asdfgh", "???", only emoji. */
  MEANINGLESS,
  /** Longer than is read; the rest was left out. */
  CUT
}
