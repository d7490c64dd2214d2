package dev.switchboard.bot.article;

import dev.switchboard.bot.brief.Briefing;
import dev.switchboard.bot.brief.CaseBrief;
import dev.switchboard.bot.conversation.Attempt;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.Cases;
import dev.switchboard.bot.conversation.Custody;
import dev.switchboard.bot.conversation.Customer;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.ShownParts;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.privacy.PersonalData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes drafts of articles out of cases. Nothing of it is published here. */
@Singleton
public final class CaseArticles {
  private final Cases cases;
  private final Briefing briefing;
  private final ShownParts parts;
  private final ArticleDrafts drafts;
  private final Clock clock;

  CaseArticles(
      Cases cases, Briefing briefing, ShownParts parts, ArticleDrafts drafts, Clock clock) {
    this.cases = cases;
    this.briefing = briefing;
    this.parts = parts;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** What became of the wish. */
  public sealed interface Outcome {

    /** There is a draft now. */
    record Made(ArticleDraft draft) implements Outcome {}

    /** Somebody had made it before. */
    record Kept(ArticleDraft draft) implements Outcome {}

    /** It cannot be made; why, for the agent to read. */
    record Refused(String because) implements Outcome {}
  }

  /**
   * Makes a draft of a resolved case: what the customer asked for, and the answer that helped them,
   * else what agents replied, else an answer of the bot. Personal data is left out of all of it.
   *
   * @param id the conversation
   * @param by the name of the agent who wishes it
   * @throws dev.switchboard.bot.store.StoreUnavailable when the database cannot do it now
   */
  public Outcome of(String id, String by) {
    var kept = drafts.of(id);
    if (kept.isPresent()) {
      return new Outcome.Kept(kept.get());
    }
    return cases
        .file(id)
        .map(file -> made(file, by))
        .orElseGet(() -> new Outcome.Refused("there is no such case"));
  }

  private Outcome made(CaseFile file, String by) {
    var brief = briefing.of(file);
    var answer = answer(file);
    if (!isOver(file)) {
      return new Outcome.Refused("only a resolved case can become an article");
    }
    if (brief.problem().isBlank()) {
      return new Outcome.Refused("the customer has asked nothing in it");
    }
    if (answer.isBlank()) {
      return new Outcome.Refused("nobody has answered in it");
    }
    return new Outcome.Made(drafts.keep(draft(file, brief, answer, by)));
  }

  private ArticleDraft draft(CaseFile file, CaseBrief brief, String answer, String by) {
    var line = file.line();
    var id = line.conversation().id();
    var names = names(line.customer());
    var asked =
        Stream.of(brief.request(), brief.problem())
            .filter(question -> !question.isBlank())
            .map(question -> PersonalData.removed(question, names))
            .distinct()
            .toList();
    // The title is there to be put better; the variants keep how customers say it.
    return new ArticleDraft(
        "case-" + id,
        asked.getFirst(),
        asked,
        PersonalData.removed(answer, names),
        language(line.language()),
        id,
        clock.instant(),
        by);
  }

  private static boolean isOver(CaseFile file) {
    return switch (file.line().conversation().custody()) {
      case Custody.Resolved _, Custody.Closed _ -> true;
      case Custody.Bot _,
          Custody.Queued _,
          Custody.WithAgent _,
          Custody.Snoozed _,
          Custody.Returned _ ->
          false;
    };
  }

  private String answer(CaseFile file) {
    var turns = file.matter();
    var helpful =
        file.opinions().stream()
            .filter(Opinion::helpful)
            .map(Opinion::shownSeq)
            .collect(Collectors.toSet());
    return Stream.of(
            by(turns, turn -> turn.author() == Author.AGENT && helpful.contains(turn.shownSeq())),
            by(turns, turn -> turn.author() == Author.AGENT),
            answers(turns, helpful))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String by(List<Turn> turns, Predicate<Turn> which) {
    return turns.stream().filter(which).map(Turn::text).collect(Collectors.joining("\n\n"));
  }

  private String answers(List<Turn> turns, Set<Long> helpful) {
    return turns.stream()
        .filter(turn -> turn.author() == Author.BOT && helpful.contains(turn.shownSeq()))
        .flatMap(turn -> parts.attempts(turn).stream())
        .filter(attempt -> attempt.outcome() == Attempt.Outcome.ANSWERED)
        .map(attempt -> attempt.shown().text())
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> names(Customer customer) {
    return List.of(customer.name());
  }

  private static Locale language(String tag) {
    return tag.equals("und") ? Locale.ROOT : Locale.forLanguageTag(tag);
  }
}
