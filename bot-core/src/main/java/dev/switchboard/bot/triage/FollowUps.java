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
    return leansOn(question) ? topic(question, history).map(topic -> topic + JOINT + question) : Optional.empty();
  }

  private boolean leansOn(String question) {
    return isElliptical(question) || pointsBack(question);
  }

  private boolean isElliptical(String question) {
    var tokens = Tokens.of(question);
    int end = words.of(Topic.FOLLOW_UP).endAt(tokens, 0);
    return isShort(question, tokens) && end > 0 && !asksFully(tokens, end);
  }

  // "And how do I return the tent?" opens like a follow-up and says everything itself.
  private boolean asksFully(List<Token> tokens, int from) {
    return words.of(Topic.QUESTION).at(tokens, from) && tokens.size() - from > 3;
  }

  private boolean pointsBack(String question) {
    var tokens = Tokens.of(question);
    return isShort(question, tokens)
        && !words.in(Topic.POINTS_BACK, Topic.NOT_POINTS_BACK, tokens).isEmpty();
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
    boolean goesOn = !isElliptical(question) && base.isPresent() && isElliptical(earlier.getFirst());
    return goesOn ? base.map(text -> text + JOINT + earlier.getFirst()) : base;
  }
}
