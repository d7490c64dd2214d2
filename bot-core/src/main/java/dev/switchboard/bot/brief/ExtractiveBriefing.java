package dev.switchboard.bot.brief;

import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Felt;
import dev.switchboard.bot.brief.CaseBrief.Mood;
import dev.switchboard.bot.brief.CaseBrief.Tried;
import dev.switchboard.bot.conversation.Attempt;
import dev.switchboard.bot.conversation.Attempt.Outcome;
import dev.switchboard.bot.conversation.Author;
import dev.switchboard.bot.conversation.CaseFile;
import dev.switchboard.bot.conversation.Opinion;
import dev.switchboard.bot.conversation.ShownParts;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.triage.Sentences;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes the brief out of what was said, word for word. */
@Singleton
final class ExtractiveBriefing implements Briefing {
  private static final int LONGEST = 240;
  private static final int MOST_FACTS = 8;
  private static final int MOST_READ = 50;
  private static final int MOST_HEARD = 20;
  private static final int MOST_TRIED = 5;
  private static final List<Fact.Kind> OFTEN_NEEDED = List.of(Fact.Kind.NUMBER, Fact.Kind.EMAIL);

  private final ShownParts parts;
  private final CustomerTurns customerTurns;
  private final Enclosures enclosures;
  private final Summaries summaries;

  ExtractiveBriefing(
      ShownParts parts, CustomerTurns customerTurns, Enclosures enclosures, Summaries summaries) {
    this.summaries = summaries;
    this.parts = parts;
    this.customerTurns = customerTurns;
    this.enclosures = enclosures;
  }

  @Override
  public CaseBrief of(CaseFile file) {
    var turns = file.matter();
    var asked = turns.stream().filter(turn -> turn.author() == Author.CUSTOMER).toList();
    var attempts =
        turns.stream()
            .filter(turn -> turn.author() == Author.BOT)
            .flatMap(turn -> parts.attempts(turn).stream())
            .toList();
    var heard = latest(MOST_HEARD, asked).stream().map(customerTurns::hear).toList();
    var claimed = ClaimedFacts.in(latest(MOST_READ, asked), MOST_FACTS);
    var facts = KnownFacts.of(file.line().customer(), claimed);
    var request = request(heard);
    return new CaseBrief(
        cut(problem(attempts, request, asked)),
        summaries.of(file.line().conversation().id(), turns),
        cut(request),
        file.line().because(),
        tried(attempts, file.opinions()),
        heard.stream().map(each -> new Mood(each.seq(), each.feeling())).toList(),
        facts,
        enclosures.of(file.line().conversation().id(), asked),
        OFTEN_NEEDED.stream().filter(kind -> !isKnown(facts, kind)).toList(),
        file.ratings());
  }

  private static <T> List<T> latest(int most, List<T> all) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static String request(List<CustomerTurns.Heard> heard) {
    return heard.stream()
        .map(CustomerTurns.Heard::request)
        .reduce(Request.NONE, Request::or)
        .sentence();
  }

  /**
   * What the bot could not answer last, else what was asked of it last, else what they ask for,
   * else their longest sentence.
   */
  private static String problem(List<Attempt> attempts, String request, List<Turn> asked) {
    var questions = attempts.stream().filter(each -> !each.question().isEmpty()).toList();
    var open = questions.stream().filter(each -> each.outcome() == Outcome.PASSED_ON).toList();
    return last(open)
        .or(() -> last(questions))
        .or(() -> Optional.of(request).filter(each -> !each.isEmpty()))
        .or(() -> longestSentence(asked))
        .orElse("");
  }

  /** The first question of the last message: what follows it in the message mostly explains it. */
  private static Optional<String> last(List<Attempt> questions) {
    return questions.stream()
        .filter(each -> each.shownSeq() == questions.getLast().shownSeq())
        .map(Attempt::question)
        .findFirst();
  }

  private static Optional<String> longestSentence(List<Turn> asked) {
    return asked.stream()
        .flatMap(turn -> Sentences.of(turn.text()).stream())
        .max(Comparator.comparingInt(String::length));
  }

  private static List<Tried> tried(List<Attempt> attempts, List<Opinion> opinions) {
    var answers =
        attempts.stream()
            .filter(each -> each.outcome() == Outcome.ANSWERED)
            .map(each -> tried(each, opinions))
            .toList();
    return latest(MOST_TRIED, answers);
  }

  private static Tried tried(Attempt attempt, List<Opinion> opinions) {
    var shown = attempt.shown();
    return new Tried(
        cut(attempt.question()),
        cut(Sentences.of(shown.text()).stream().findFirst().orElse("")),
        shown.sources(),
        opinions.stream()
            .filter(opinion -> opinion.shownSeq() == attempt.shownSeq())
            .findFirst()
            .map(opinion -> opinion.helpful() ? Felt.HELPFUL : Felt.UNHELPFUL)
            .orElse(Felt.UNSAID));
  }

  private static boolean isKnown(List<Fact> facts, Fact.Kind kind) {
    return facts.stream().anyMatch(fact -> fact.kind() == kind);
  }

  private static String cut(String text) {
    return Cut.to(LONGEST, text);
  }
}
