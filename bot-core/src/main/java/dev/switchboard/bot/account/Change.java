package dev.switchboard.bot.account;

/** Whether the team could be changed as somebody wished. */
public sealed interface Change {

  /** It is so now; whoever it concerns was signed out. */
  record Done(Account account) implements Change {}

  /** There is nobody of that id. */
  record Unknown() implements Change {}

  /** Then nobody could decide who belongs to the team. */
  record LastAdmin() implements Change {}
}
