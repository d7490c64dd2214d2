package dev.switchboard.bot.conversation;

/** Who wrote a turn. */
public enum Author {
  CUSTOMER,
  BOT,
  AGENT,
  /** Not for the customer: what the team noted beside the conversation. */
  NOTE,
  /** Not for the customer: what the bot would have replied, had nobody taken over meanwhile. */
  SUGGESTION;

  /** Whether the customer reads it. */
  public boolean isShown() {
    return switch (this) {
      case CUSTOMER, BOT, AGENT -> true;
      case NOTE, SUGGESTION -> false;
    };
  }
}
