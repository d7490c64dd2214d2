package dev.switchboard.bot.conversation;

import dev.switchboard.bot.Candidate;
import dev.switchboard.bot.Decision;
import dev.switchboard.bot.Evidence;
import dev.switchboard.bot.Passage;
import dev.switchboard.bot.Reply;
import dev.switchboard.bot.engine.Answers;
import dev.switchboard.bot.grounding.Commission;
import dev.switchboard.bot.grounding.GroundedWriter;
import dev.switchboard.bot.grounding.Written;
import dev.switchboard.bot.model.Tier;
import dev.switchboard.bot.store.DurableCommit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the bot would reply, for agents to take or to leave. Nothing of it is ever sent. */
@Singleton
public final class Suggestions {
  // Far less than a customer is answered with: here a person judges.
  private static final double LEAST_CHANCE = 0.1;

  // Less than the page waits: the other suggestions are to come along.
  private static final Duration WRITING = Duration.ofSeconds(20);

  private final DurableCommit commit;
  private final ConversationTable conversations;
  private final TurnTable turns;
  private final Drafter drafter;
  private final ShownParts parts;
  private final GroundedWriter writer;

  Suggestions(
      DurableCommit commit,
      ConversationTable conversations,
      TurnTable turns,
      Drafter drafter,
      ShownParts parts,
      GroundedWriter writer) {
    this.commit = commit;
    this.conversations = conversations;
    this.turns = turns;
    this.drafter = drafter;
    this.parts = parts;
    this.writer = writer;
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

  /**
   * The best replies that articles give to what the customer wrote last, each with other articles
   * than the ones before it: where they asked several questions, each reply answers all of them.
   *
   * @param most how many at most
   * @return the likeliest first; empty where no article is near what they wrote
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public List<Suggestion> best(String id, int most) {
    var answered =
        commit
            .read(() -> asked(id))
            .map(asked -> drafter.evidence(asked.question(), asked.past()))
            .orElse(List.of())
            .stream()
            .map(Suggestions::answers)
            .filter(answers -> !answers.isEmpty())
            .toList();
    int ranks = answered.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, ranks)
        .mapToObj(rank -> suggestion(answered, rank))
        .distinct()
        .limit(most)
        .toList();
  }

  /**
   * A reply that a model writes from the articles near what the customer wrote last, as far as they
   * bear it; empty without a model, and where nothing of what it writes stands in its sources. Asks
   * the model each time, and takes as long as that takes.
   *
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Optional<Suggestion> written(String id) {
    return writer.isOn()
        ? commit.read(() -> asked(id)).flatMap(asked -> written(id, asked))
        : Optional.empty();
  }

  private Optional<Suggestion> written(String id, Asked asked) {
    var passages =
        drafter.evidence(asked.question(), asked.past()).stream()
            .flatMap(found -> found.candidates().stream())
            .filter(candidate -> candidate.probability() >= LEAST_CHANCE)
            .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
            .map(Candidate::passage)
            .distinct()
            .toList();
    return passages.isEmpty()
        ? Optional.empty()
        : switch (writer.write(commission(asked, passages, id))) {
          case Written.Reply reply -> Optional.of(suggestion(reply));
          case Written.Nothing _ -> Optional.empty();
        };
  }

  private static Commission commission(Asked asked, List<Passage> passages, String id) {
    return new Commission(
        asked.question().text(),
        asked.past().stream().map(PastReply::question).toList(),
        passages,
        List.of(),
        Tier.MINI,
        "suggestion",
        id,
        WRITING);
  }

  private static Suggestion suggestion(Written.Reply reply) {
    return new Suggestion(reply.plain(), List.of(ShownPart.of(reply.marked(), reply.citations())));
  }

  private static List<Reply.Part> answers(Evidence found) {
    return found.candidates().stream()
        .filter(candidate -> candidate.probability() >= LEAST_CHANCE)
        .filter(Suggestions::hasWords)
        .map(candidate -> new Decision.Answer(candidate, "suggested to an agent"))
        .map(answer -> Answers.part(found.query().text(), answer))
        .toList();
  }

  // A document of which no sentence answers would be a link alone.
  private static boolean hasWords(Candidate candidate) {
    return candidate.passage().kind() == Passage.Kind.FAQ || !candidate.quotes().isEmpty();
  }

  /** Where a question has no answer of that rank, its best one stays. */
  private static Suggestion suggestion(List<List<Reply.Part>> answered, int rank) {
    var parts =
        answered.stream()
            .map(answers -> rank < answers.size() ? answers.get(rank) : answers.getFirst())
            .toList();
    return new Suggestion(
        parts.stream().map(ReplyText::of).distinct().collect(Collectors.joining("\n\n")),
        parts.stream().map(ShownPart::of).distinct().toList());
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
