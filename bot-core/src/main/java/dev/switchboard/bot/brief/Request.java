package dev.switchboard.bot.brief;

import dev.switchboard.bot.triage.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence that asks for something, in the customer's words.
 *
 * @param weight how much it does, 0 when it does not
 */
record Request(String sentence, int weight) {
  static final Request NONE = new Request("", 0);

  private static final Pattern WISH = wishes();
  private static final Pattern QUESTION = Pattern.compile("[?？؟][\\p{P}\\s]*$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{5}");

  /** "Hello?" and "what now?" say that something is wanted, but not what. */
  private static final int FEWEST_WORDS = 4;

  /**
   * The sentence of the text that asks most; the last of several that ask as much.
   *
   * @param wantsPerson whether a sentence wishes for a person, which says nothing of the matter
   */
  static Request in(String text, Predicate<String> wantsPerson) {
    return Sentences.of(text).stream()
        .map(sentence -> new Request(sentence, weight(sentence)))
        .filter(request -> request.weight > 0 && !wantsPerson.test(request.sentence))
        .reduce(NONE, Request::or);
  }

  /** The one that asks more; the later one where both ask as much. */
  Request or(Request later) {
    return later.weight >= weight ? later : this;
  }

  private static int weight(String sentence) {
    boolean asks = QUESTION.matcher(sentence).find();
    boolean wishes = WISH.matcher(sentence).find();
    if (!asks && !wishes) {
      return 0;
    }
    long words = WORD.matcher(sentence).results().limit(FEWEST_WORDS).count();
    boolean says = words == FEWEST_WORDS || UNSPACED.matcher(sentence).find();
    return 1 + (wishes ? 1 : 0) + (says ? 2 : 0);
  }

  private static Pattern wishes() {
    try (var file = Objects.requireNonNull(Request.class.getResourceAsStream("wishes.txt"))) {
      var phrases =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Request::phrase)
              .collect(Collectors.joining("|"));
      return Pattern.compile(phrases, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Scripts without spaces have no ends of words to look for. */
  private static String phrase(String line) {
    var quoted = Pattern.quote(line.strip());
    boolean spaced = line.codePoints().noneMatch(Request::isUnspaced);
    return spaced ? "(?<!\\p{L})" + quoted + "(?!\\p{L})" : quoted;
  }

  private static boolean isUnspaced(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
