package dev.switchboard.bot.brief;

import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Felt;
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
  private static final int MOST_TRIED = 5;
  private static final List<Fact.Kind> OFTEN_NEEDED = List.of(Fact.Kind.NUMBER, Fact.Kind.EMAIL);

  private final ShownParts parts;

  ExtractiveBriefing(ShownParts parts) {
    this.parts = parts;
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
    var latest = asked.subList(Math.max(0, asked.size() - MOST_READ), asked.size());
    var facts = ClaimedFacts.in(latest, MOST_FACTS);
    return new CaseBrief(
        cut(problem(attempts, asked)),
        file.line().because(),
        tried(attempts, file.opinions()),
        facts,
        OFTEN_NEEDED.stream().filter(kind -> !claims(facts, kind) && !isKnown(file, kind)).toList(),
        file.ratings());
  }

  /** What the bot could not answer last, else what was asked last, else their longest sentence. */
  private static String problem(List<Attempt> attempts, List<Turn> asked) {
    var questions = attempts.stream().filter(each -> !each.question().isEmpty()).toList();
    var open = questions.stream().filter(each -> each.outcome() == Outcome.PASSED_ON).toList();
    return last(open).or(() -> last(questions)).or(() -> longestSentence(asked)).orElse("");
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
    return answers.subList(Math.max(0, answers.size() - MOST_TRIED), answers.size());
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

  private static boolean claims(List<Fact> facts, Fact.Kind kind) {
    return facts.stream().anyMatch(fact -> fact.kind() == kind);
  }

  private static boolean isKnown(CaseFile file, Fact.Kind kind) {
    var customer = file.line().customer();
    return kind == Fact.Kind.EMAIL
        && !(customer.email().isEmpty() && customer.answerTo().isEmpty());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, LONGEST - (splitsPair ? 2 : 1)).strip() + "…";
  }
}
