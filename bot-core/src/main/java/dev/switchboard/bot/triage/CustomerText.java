package dev.switchboard.bot.triage;

/** The short texts that the bot itself says to customers. */
public enum CustomerText {
  /** Replies to a greeting. */
  GREETING,
  /** Replies to a thank-you. */
  THANKS,
  /** Replies to a goodbye. */
  GOODBYE,
  /** Says that a program is speaking. */
  ASKS_IF_BOT,
  /** Replies to a message without anything readable. */
  EMPTY,
  /** Replies to a message without words. */
  MEANINGLESS,
  /** Says that the knowledge does not hold the answer. */
  NOT_COVERED,
  /** Stands above two or three articles to choose from. */
  CLARIFY,
  /** Stands above what the bot offers to do. */
  PROPOSE,
  /** Says that it was done. */
  PROPOSAL_DONE,
  /** Says that it was not done, as the customer did not want it. */
  PROPOSAL_DECLINED,
  /** Says that it could not be done, and that a person will see to it. */
  PROPOSAL_FAILED,
  /** Says that a message was too long to be read to its end. */
  CUT
}
