package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Message;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What customers think of answers and of the help as a whole. */
@Singleton
public final class Opinions {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final OpinionTable opinions;
  private final Bell bell;
  private final Clock clock;

  Opinions(
      DurableCommit commit,
      ConversationTable conversations,
      OpinionTable opinions,
      Bell bell,
      Clock clock) {
    this.commit = commit;
    this.conversations = conversations;
    this.opinions = opinions;
    this.bell = bell;
    this.clock = clock;
  }

  /** Keeps what the customer thinks of a turn, in place of what they thought before. */
  public void give(String conversationId, Opinion opinion) {
    commit.run(() -> {
      opinions.forget(conversationId, opinion.shownSeq());
      opinions.add(
          conversationId,
          opinion.shownSeq(),
          opinion.helpful(),
          storable(opinion.words()),
          clock.millis());
    });
    bell.ring(new Happening.Changed(conversationId));
  }

  /** Forgets what the customer thinks of a turn. */
  public void takeBack(String conversationId, long shownSeq) {
    commit.run(() -> opinions.forget(conversationId, shownSeq));
    bell.ring(new Happening.Changed(conversationId));
  }

  /** What the customer thinks of the turns, in their order. */
  public List<Opinion> of(String conversationId) {
    return commit.read(() -> opinions.of(conversationId));
  }

  /** Whether the conversation is resolved and the customer has not said how it was. */
  public boolean canRate(String conversationId) {
    return commit.read(() ->
        conversations
            .findById(conversationId)
            .filter(row -> canRate(row) && opinions.rated(row.id(), row.custodyVersion()) == 0)
            .isPresent());
  }

  private static boolean canRate(ConversationRow row) {
    return CustodyChanges.of(row) instanceof Custody.Resolved;
  }

  /**
   * Keeps what the customer thinks of the help, once for each time it was resolved.
   *
   * @return whether it could be rated now
   */
  public boolean rate(String conversationId, Rating rating) {
    boolean kept =
        commit.write(() ->
            conversations
                .lock(conversationId)
                .filter(Opinions::canRate)
                .filter(row -> add(row, rating))
                .isPresent());
    bell.ring(new Happening.Changed(conversationId));
    return kept;
  }

  private boolean add(ConversationRow row, Rating rating) {
    conversations.touch(row.id(), clock.millis());
    return opinions.rate(
            row.id(),
            row.custodyVersion(),
            rating.score(),
            storable(rating.words()),
            clock.millis())
        == 1;
  }

  /** How the customer rated the help, in the order of the times it was resolved. */
  public List<Rating> ratings(String conversationId) {
    return commit.read(() -> opinions.ratings(conversationId));
  }

  private static String storable(String words) {
    return StorableText.cut(StorableText.cleaned(words), Message.MAX_LENGTH);
  }
}
