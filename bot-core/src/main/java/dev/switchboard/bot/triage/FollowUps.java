package dev.switchboard.bot.triage;

import dev.switchboard.bot.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a short question that leans on an earlier one self-contained.
 *
 * <p>The earlier question and the new one are joined by a dash: "How long does delivery take? — and
 * to Austria?". A question without a verb of its own takes the place of an earlier follow-up; one
 * that points back ("is that free?") comes after it.
 */
final class FollowUps {

  private static final String JOINT = " — ";

  /** Longest message, in words, that can be a follow-up; a longer one says what it is about. */
  private static final int LONGEST = 8;

  /** Longest message, in words, that opens with a preposition and names a detail only. */
  private static final int LONGEST_DETAIL = 5;

  /** Most words of a question that opens with "and" and still leans. */
  private static final int LONGEST_TAIL = 3;

  private static final int LONGEST_SIGNS = 16;

  /** Furthest exchange that is looked back to. */
  private static final int MEMORY = 6;

  private final Lexicon words;
  private final Function<String, String> lastQuestion;

  /**
   * Reads follow-ups in the language of {@code words}.
   *
   * @param lastQuestion cleans what the customer wrote earlier and leaves its last question; empty
   *     when it has none
   */
  FollowUps(Lexicon words, Function<String, String> lastQuestion) {
    this.words = words;
    this.lastQuestion = lastQuestion;
  }

  /** The question joined to what it leans on; empty when it can stand alone. */
  Optional<String> joined(String question, List<Exchange> history) {
    return leansOn(question)
        ? topic(question, history).map(topic -> topic + JOINT + question)
        : Optional.empty();
  }

  private boolean leansOn(String question) {
    return isElliptical(question) || pointsBack(question);
  }

  private boolean isElliptical(String question) {
    var tokens = Tokens.of(question);
    int from = behindFillers(tokens);
    return isShort(question, tokens) && (goesOn(tokens, from) || isDetail(tokens, from));
  }

  // "Ok, and to Austria?"
  private int behindFillers(List<Token> tokens) {
    int end = words.of(Topic.FILLER).endAt(tokens, 0);
    return end > 0 && end < tokens.size() && tokens.get(end).opens() ? end : 0;
  }

  // "And how do I return the tent?" opens like a follow-up and says everything itself.
  private boolean goesOn(List<Token> tokens, int from) {
    int end = words.of(Topic.FOLLOW_UP).endAt(tokens, from);
    return end > from
        && !(words.of(Topic.QUESTION).at(tokens, end) && tokens.size() - end > LONGEST_TAIL);
  }

  private boolean isDetail(List<Token> tokens, int from) {
    return tokens.size() - from <= LONGEST_DETAIL
        && words.of(Topic.DETAIL).at(tokens, from)
        && tokens.stream().skip(from + 1).noneMatch(Token::opens)
        && words.of(Topic.QUESTION).in(tokens).isEmpty();
  }

  private boolean pointsBack(String question) {
    var tokens = Tokens.of(question);
    return isShort(question, tokens)
        && (question.endsWith("?") || words.of(Topic.QUESTION).at(tokens, 0))
        && words.in(Topic.POINTS_BACK, Topic.NOT_POINTS_BACK, tokens).stream()
            .anyMatch(span -> isFirstClause(tokens, span.from()));
  }

  // In "the payment failed, why is that?" it points at the message itself.
  private boolean isFirstClause(List<Token> tokens, int to) {
    return tokens.subList(0, to).stream().skip(1).noneMatch(Token::opens)
        && words.of(Topic.AND).in(tokens.subList(0, to)).isEmpty();
  }

  private static boolean isShort(String question, List<Token> tokens) {
    boolean unspaced = question.codePoints().anyMatch(Tokens::isUnspaced);
    return tokens.size() <= (unspaced ? LONGEST_SIGNS : LONGEST)
        && Sentences.of(question).size() == 1;
  }

  private Optional<String> topic(String question, List<Exchange> history) {
    var earlier =
        history.reversed().stream()
            .limit(MEMORY)
            .map(exchange -> lastQuestion.apply(exchange.question()))
            .filter(text -> !text.isEmpty())
            .toList();
    var base = earlier.stream().filter(text -> !leansOn(text)).findFirst();
    boolean goesOn =
        !isElliptical(question) && base.isPresent() && isElliptical(earlier.getFirst());
    return goesOn ? base.map(text -> text + JOINT + earlier.getFirst()) : base;
  }
}
