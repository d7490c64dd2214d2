package dev.switchboard.channel.slack.post;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What is to be said in Slack: durable once it is here, and said once. */
@Singleton
public final class Posts {
  private final DurableCommit commit;
  private final PostTable table;
  private final Clock clock;
  private volatile Runnable wake = () -> {};

  Posts(DurableCommit commit, PostTable table, Clock clock) {
    this.commit = commit;
    this.table = table;
    this.clock = clock;
  }

  /**
   * A post to be.
   *
   * @param key the same for the same thing, which is said once however often it is added
   * @param teamId the workspace
   * @param channelId the channel, may be empty
   * @param lane what has the same lane goes one after the other
   * @param kind what kind of thing, by {@link PostWriter#kind()}
   * @param payload what its writer needs
   */
  public record Draft(
      String key, String teamId, String channelId, String lane, String kind, String payload) {}

  /** Adds it, in the transaction that is going on or in one of its own. */
  public void add(Draft draft) {
    commit.run(() ->
        table.insert(
            draft.key(),
            draft.teamId(),
            draft.channelId(),
            draft.lane(),
            draft.kind(),
            draft.payload(),
            clock.millis()));
    wake.run();
  }

  /** How far a post is. */
  public enum State {
    PENDING,
    /** It was said, or did not have to be any more. */
    DONE,
    /** Slack refuses it for good. */
    DEAD
  }

  /** How far the post of that key is. */
  public State state(String key) {
    return commit
        .read(() -> table.findByDedupKey(key))
        .map(row -> State.valueOf(row.state()))
        .orElse(State.PENDING);
  }

  /** Whether a post of the kind may stand in the channel of which we have not heard so yet. */
  public boolean isInDoubt(String kind, String teamId, String channelId) {
    return commit.read(() -> table.countDoubtful(kind, teamId, channelId)) > 0;
  }

  /** Why the post of that key could not be said, empty when there is no reason. */
  public String trouble(String key) {
    return commit.read(() -> table.findByDedupKey(key)).map(PostTable.Row::lastError).orElse("");
  }

  void wakeBy(Runnable wake) {
    this.wake = wake;
  }
}
