package dev.switchboard.bot.conversation;

import java.time.Duration;

/**
 * The matter that a conversation is about at present. What was said about an earlier one is not
 * what a new question leans on, and what was tried then is not out of the question now.
 */
final class Episode {
  /** After so long a silence a customer who writes has something new in mind. */
  static final Duration SILENCE = Duration.ofHours(24);

  private Episode() {}

  /**
   * Whether a new matter begins with a message that the customer writes now.
   *
   * @param row the conversation before the message
   * @param now in milliseconds since 1970-01-01 UTC
   */
  static boolean beginsAnew(ConversationRow row, long now) {
    return row.nextSeq() > 1
        && (CustodyChanges.of(row) instanceof Custody.Resolved
            || now - row.changedAt() >= SILENCE.toMillis());
  }
}
