package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The conversations that wait for the bot, as the tables say.
 *
 * <p>What is taken stays taken for {@link #LEASE}; when its worker has not finished by then, as
 * after a crash, it can be taken again. Each taking raises the epoch of the work, so a worker that
 * comes back too late finds that it may not write.
 */
@Singleton
final class WorkQueue {
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How many of the bot's earlier replies it is told of. */
  static final int PAST = 5;

  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final Clock clock;

  WorkQueue(DurableCommit commit, ConversationTable conversations, TurnTable turns, Clock clock) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.clock = clock;
  }

  /** Takes the conversation that has waited longest, if any waits. */
  Optional<Work> take() {
    long now = clock.millis();
    // Asked first without writing: an idle worker must not make the others wait.
    return commit.read(() -> conversations.countDue(now)) == 0
        ? Optional.empty()
        : commit.write(() -> conversations.lockDue(now).map(row -> taken(row, now)));
  }

  private Work taken(ConversationRow row, long now) {
    conversations.take(row.id(), now + LEASE.toMillis());
    var taken = conversations.findById(row.id()).orElseThrow();
    var question = turns.firstAsked(row.id(), row.handledSeq()).turn();
    return new Work(
        taken, question, turns.pastReplies(row.id(), row.episodeSeq(), PAST).reversed());
  }
}
