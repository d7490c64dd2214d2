package dev.switchboard.bot.node;

import dev.switchboard.bot.conversation.Change;
import dev.switchboard.bot.conversation.Conversations;
import dev.switchboard.bot.conversation.Happening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the conversations that have changed and for which the bell has not rung since: the process
 * that changed them could not tell, or this one could not hear.
 *
 * <p>Each look goes back some seconds, because a change is seen later than its time says.
 */
final class MissedChanges {
  private static final Duration BACK = Duration.ofSeconds(5);
  private static final int MOST = 5_000;

  private final Conversations conversations;
  private final Clock clock;
  private final Map<String, Instant> rung = new ConcurrentHashMap<>();
  private volatile Instant looked;

  /** Finds what changes from now on. */
  MissedChanges(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
    this.looked = clock.instant();
  }

  /** Notes that the bell rings, whoever rings it. */
  void rings(Happening happening) {
    if (happening instanceof Happening.Changed(var id)) {
      rung.put(id, clock.instant());
    }
  }

  /**
   * The conversations missed since the last call. To be called by one thread at a time.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot be asked now; the
   *     next call goes back as far as this one would have
   */
  List<String> look() {
    var now = clock.instant();
    var from = looked.minus(BACK);
    var missed =
        conversations.changedSince(from, MOST).stream()
            .filter(this::isMissed)
            .map(Change::conversationId)
            .toList();
    looked = now;
    rung.values().removeIf(from::isAfter);
    return missed;
  }

  private boolean isMissed(Change change) {
    var last = rung.get(change.conversationId());
    return last == null || last.isBefore(change.at());
  }
}
