package dev.switchboard.bot.conversation;

import dev.switchboard.bot.conversation.Custody.Bot;
import dev.switchboard.bot.conversation.Custody.Closed;
import dev.switchboard.bot.conversation.Custody.Queued;
import dev.switchboard.bot.conversation.Custody.Resolved;
import dev.switchboard.bot.conversation.Custody.Returned;
import dev.switchboard.bot.conversation.Custody.Snoozed;
import dev.switchboard.bot.conversation.Custody.WithAgent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A custody as the columns that hold it. */
record CustodyColumns(String kind, @Nullable String agent, @Nullable Long snoozedUntil) {
  private static final String BOT = "BOT";
  private static final String QUEUED = "QUEUED";
  private static final String WITH_AGENT = "WITH_AGENT";
  private static final String SNOOZED = "SNOOZED";
  private static final String RETURNED = "RETURNED";
  private static final String RESOLVED = "RESOLVED";
  private static final String CLOSED = "CLOSED";

  static CustodyColumns of(Custody custody) {
    return switch (custody) {
      case Bot _ -> new CustodyColumns(BOT, null, null);
      case Queued _ -> new CustodyColumns(QUEUED, null, null);
      case WithAgent(var agent) -> new CustodyColumns(WITH_AGENT, agent, null);
      case Snoozed(var agent, var until) ->
          new CustodyColumns(SNOOZED, agent, until.toEpochMilli());
      case Returned(var agent) -> new CustodyColumns(RETURNED, agent, null);
      case Resolved(var agent) -> new CustodyColumns(RESOLVED, agent, null);
      case Closed _ -> new CustodyColumns(CLOSED, null, null);
    };
  }

  Custody custody() {
    return switch (kind) {
      case BOT -> new Bot();
      case QUEUED -> new Queued();
      case WITH_AGENT -> new WithAgent(named());
      case SNOOZED ->
          new Snoozed(named(), Instant.ofEpochMilli(Objects.requireNonNull(snoozedUntil)));
      case RETURNED -> new Returned(named());
      case RESOLVED -> new Resolved(named());
      case CLOSED -> new Closed();
      default -> throw new IllegalStateException("a custody of an unknown kind: " + kind);
    };
  }

  private String named() {
    return Objects.requireNonNull(agent);
  }
}
