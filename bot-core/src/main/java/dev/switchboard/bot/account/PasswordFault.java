package dev.switchboard.bot.account;

/** Why a password must not be chosen. */
public enum PasswordFault {
  TOO_SHORT("The password must have at least 12 characters."),
  TOO_LONG("The password must have at most 128 characters."),
  COMMON("This password is among the first that anybody would guess. Choose another."),
  PERSONAL("The password must not be made of your name, your address or the name of this site.");

  private final String advice;

  PasswordFault(String advice) {
    this.advice = advice;
  }

  /** What to do, for whoever has chosen it. */
  public String advice() {
    return advice;
  }
}
