package dev.switchboard.bot.conversation;

import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What the bot would reply, for agents to take or to leave. Nothing of it is ever sent. */
@Singleton
public final class Suggestions {
  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final Drafter drafter;
  private final ShownParts parts;

  Suggestions(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable turns,
      Drafter drafter,
      ShownParts parts) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.drafter = drafter;
    this.parts = parts;
  }

  /**
   * Asks the engine for a reply to what the customer wrote last.
   *
   * @return its parts with their sources, without those that would have to be passed on; empty when
   *     there is no such conversation, the customer wrote nothing, or the bot does not know either
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public List<ShownPart> forLastMessage(String id) {
    return commit
        .read(() -> asked(id))
        .map(asked -> drafter.draft(asked.question(), asked.past()))
        .map(draft -> parts.attempts(0, draft.receipt()))
        .orElse(List.of())
        .stream()
        .filter(attempt -> isOfUse(attempt.outcome()))
        .map(Attempt::shown)
        .toList();
  }

  private static boolean isOfUse(Attempt.Outcome outcome) {
    return switch (outcome) {
      case ANSWERED, ASKED_BACK -> true;
      case PASSED_ON, GREETED -> false;
    };
  }

  private record Asked(Turn question, List<PastReply> past) {}

  private Optional<Asked> asked(String id) {
    return conversations
        .findById(id)
        .flatMap(row ->
            turns.numbered(id, row.askedSeq()).map(asked -> new Asked(asked.turn(), past(row))));
  }

  private List<PastReply> past(ConversationRow row) {
    return turns.pastReplies(row.id(), row.episodeSeq(), WorkQueue.PAST).reversed();
  }
}
