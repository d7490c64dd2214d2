package dev.switchboard.bot.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Separates the questions of a message.
 *
 * <p>Careful by design, because a wrong cut hurts more than none. A message is cut only between
 * questions that can stand alone: a statement stays with the question it leads to, a question that
 * leans on the one before ("how long does it take?") stays with it, and a text that goes on with
 * statements after its first question stays whole.
 */
final class Questions {

  private static final int MOST = 5;

  /** Most statements that lead to a question; more of them are a story. */
  private static final int MOST_STATEMENTS = 2;

  /** Fewest words of a question that can stand alone, in scripts with and without spaces. */
  private static final int FEWEST_WORDS = 4;

  private static final int FEWEST_SIGNS = 6;

  private static final String CLOSERS = "\"'”’»)]」』";

  private final Lexicon words;

  Questions(Lexicon words) {
    this.words = words;
  }

  /** The questions in the text, at most five, none when it is blank. */
  List<String> in(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    var clauses = Sentences.of(text).stream().flatMap(line -> clauses(line).stream()).toList();
    var groups = staysWhole(clauses) ? List.of(clauses) : groups(clauses);
    return groups.size() < 2 ? List.of(folded(text)) : bounded(groups);
  }

  private boolean staysWhole(List<String> clauses) {
    long leading = clauses.stream().takeWhile(clause -> !isQuestion(clause)).count();
    return leading > MOST_STATEMENTS || !clauses.stream().skip(leading).allMatch(this::isQuestion);
  }

  private List<List<String>> groups(List<String> clauses) {
    var groups = new ArrayList<List<String>>();
    boolean asked = false;
    for (var clause : clauses) {
      boolean alone = asked && standsAlone(behindAnd(clause));
      if (groups.isEmpty() || alone) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(alone ? behindAnd(clause) : clause);
      asked |= isQuestion(clause);
    }
    return groups;
  }

  private boolean isQuestion(String clause) {
    return endsAsQuestion(clause)
        || !endsAsStatement(clause) && words.of(Topic.QUESTION).at(Tokens.of(clause), 0);
  }

  private static boolean endsAsQuestion(String clause) {
    return endMark(clause, "?？؟;");
  }

  private static boolean endsAsStatement(String clause) {
    return endMark(clause, ".!。！…");
  }

  private static boolean endMark(String clause, String marks) {
    int end = clause.length();
    while (end > 0 && CLOSERS.indexOf(clause.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && marks.indexOf(clause.charAt(end - 1)) >= 0;
  }

  /** "And where is my parcel?" asks the same without its "and". */
  private String behindAnd(String clause) {
    var tokens = Tokens.of(clause);
    int end = words.of(Topic.AND).endAt(tokens, 0);
    return end > 0 && end < tokens.size() ? clause.substring(tokens.get(end).start()) : clause;
  }

  private boolean standsAlone(String clause) {
    var tokens = Tokens.of(clause);
    boolean unspaced = clause.codePoints().anyMatch(Tokens::isUnspaced);
    return tokens.size() >= (unspaced ? FEWEST_SIGNS : FEWEST_WORDS)
        && words.of(Topic.QUESTION).at(tokens, 0)
        && !leans(tokens);
  }

  private boolean leans(List<Token> tokens) {
    return !words.in(Topic.POINTS_BACK, Topic.NOT_POINTS_BACK, tokens).isEmpty()
        || !words.of(Topic.LEANS).in(tokens).isEmpty();
  }

  private List<String> clauses(String sentence) {
    var tokens = Tokens.of(sentence);
    if (!words.of(Topic.QUESTION).at(tokens, 0)) {
      return List.of(sentence);
    }
    for (int and = FEWEST_WORDS; and + FEWEST_WORDS < tokens.size(); and++) {
      int next = words.of(Topic.AND).endAt(tokens, and);
      if (next > and && asksAnew(tokens, next)) {
        var first = sentence.substring(0, tokens.get(and - 1).end());
        return List.of(first + "?", sentence.substring(tokens.get(next).start()));
      }
    }
    return List.of(sentence);
  }

  private boolean asksAnew(List<Token> tokens, int from) {
    var rest = tokens.subList(from, tokens.size());
    return rest.size() >= FEWEST_WORDS && words.of(Topic.QUESTION).at(rest, 0) && !leans(rest);
  }

  private static List<String> bounded(List<List<String>> groups) {
    var questions = new ArrayList<List<String>>(groups.subList(0, Math.min(MOST, groups.size())));
    groups.stream().skip(MOST).forEach(more -> questions.getLast().addAll(more));
    return questions.stream()
        .map(group -> folded(group.stream().collect(Collectors.joining(" "))))
        .toList();
  }

  private static String folded(String text) {
    return text.replace('\n', ' ');
  }
}
