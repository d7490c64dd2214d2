package dev.switchboard.bot.account;

/** Whether somebody could be let into the team, or in again. */
public sealed interface Admission {

  /** They belong to it. */
  record Admitted(Account account) implements Admission {}

  /** Somebody is called that, or was. */
  record NameTaken() implements Admission {}

  /** There is an account with that address. */
  record EmailTaken() implements Admission {}

  /** The link was used, is over or never was. */
  record LinkOver() implements Admission {}
}
