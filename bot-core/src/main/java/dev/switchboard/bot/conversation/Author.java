package dev.switchboard.bot.conversation;

/** Who wrote a turn. */
public enum Author {
  CUSTOMER,
  BOT,
  AGENT,
  /** Not for the customer: what the team or the bot noted beside the conversation. */
  NOTE
}
