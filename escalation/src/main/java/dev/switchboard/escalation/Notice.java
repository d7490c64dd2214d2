package dev.switchboard.escalation;

/** The pieces that a notice to a customer is made of. */
enum Notice {
  /** The bot cannot answer the question. */
  NOT_COVERED,
  /** The customer asked for a person, whom the bot cannot bring into the conversation. */
  WANTS_PERSON,
  /** The bot cannot answer, and the conversation waits for a person now. */
  HANDED_OVER_NOT_COVERED,
  /** The customer asked for a person, for whom the conversation waits now. */
  HANDED_OVER_WANTS_PERSON,
  /** The customer has been annoyed. */
  SORRY,
  /** The customer may harm themselves; {@code {number}} stands for a number to call. */
  IN_DANGER,
  /** Nobody is at work; {@code {when}} stands for the time at which somebody is. */
  BACK_AT,
  /** The conversation has waited for a person for very long. */
  STILL_WAITING,
  /** Stands above the ways to the team. */
  REACH_US,
  /** Says that no way to the team is known here. */
  NO_CONTACT,
  EMAIL,
  PHONE,
  HOURS,
  URL
}
