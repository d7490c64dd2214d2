package dev.switchboard.bot.account;

/** More passwords are being tried at once than the machine should bear; a moment later is fine. */
public final class TooManyAtOnce extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooManyAtOnce() {
    // Without a stack trace: a flood must cost little.
    super("too many passwords are being tried at once", null, false, false);
  }
}
