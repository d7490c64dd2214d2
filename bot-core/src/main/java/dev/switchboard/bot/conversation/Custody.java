package dev.switchboard.bot.conversation;

import java.time.Instant;

/** Who may speak to the customer: exactly one party at a time. */
public sealed interface Custody {

  /** Whether the bot may speak. */
  default boolean bot() {
    return switch (this) {
      case Bot _, Returned _ -> true;
      case Queued _, WithAgent _, Snoozed _, Resolved _, Closed _ -> false;
    };
  }

  /** The bot replies. */
  record Bot() implements Custody {}

  /** Waits for a person; the bot is silent. */
  record Queued() implements Custody {}

  /** An agent replies. */
  record WithAgent(String agent) implements Custody {}

  /** An agent has put it aside until then, or until the customer writes. */
  record Snoozed(String agent, Instant until) implements Custody {}

  /** An agent has handed it back: the bot replies again. */
  record Returned(String agent) implements Custody {}

  /** An agent considers it done; the customer may disagree by writing. */
  record Resolved(String agent) implements Custody {}

  /** Over; a further message opens another conversation. */
  record Closed() implements Custody {}
}
