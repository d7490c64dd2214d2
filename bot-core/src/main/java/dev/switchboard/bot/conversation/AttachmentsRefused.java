package dev.switchboard.bot.conversation;

/**
 * A message names files that its customer did not send, or that belong to another message already;
 * nothing of it was stored.
 */
public final class AttachmentsRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  AttachmentsRefused() {
    // Without a stack trace: it is the sender's mistake, not ours.
    super("not this customer's files, or not free any more", null, false, false);
  }
}
