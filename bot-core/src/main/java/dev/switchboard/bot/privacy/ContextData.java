package dev.switchboard.bot.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is personal by what stands around it rather than by its form: names of people, of
 * companies and places, streets, dates, ages, addresses of web pages. It errs on the side of
 * finding too much.
 */
final class ContextData {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int SHORT_TEXT = 3;
  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam|Herr|Frau|Mme|Sra?)\\b\\.?"),
          Pattern.compile(
              "\\b\\d{1,3}[- ](?:years?|yrs?)[- ](?:old|of age)\\b"
                  + "|\\b(?:aged?|age of|turn(?:ed|ing)?) \\d{1,3}\\b|\\bI(?:'m| am) \\d{1,3}\\b",
              FLAGS),
          Pattern.compile(
              "\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?%1$s(?:,? \\d{2,4})?\\b".formatted(MONTH)
                  + "|\\b%1$s \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b".formatted(MONTH)
                  + "|\\b%1$s,? \\d{4}\\b".formatted(MONTH)
                  + "|\\b\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}\\b"),
          Pattern.compile(
              "(?<![\\w@.-])(?:https?://)?(?:[a-z0-9-]{1,63}\\.){1,4}"
                  + "(?:com|org|net|info|biz|edu|gov|io|co|de|uk|fr|es|it|nl|eu|us|ca|au|ch|at|be"
                  + "|se|no|dk|fi|pl|cz|hu|ru|jp|cn|in|br|cl|is|si|shop|online)(?:/[^\\s,]{0,200})?"
                  + "(?![\\w.-]*@)",
              FLAGS),
          Pattern.compile(
              "\\b\\d{1,5}[a-z]?,? (?:[\\w'’.-]{1,30} ){0,4}"
                  + "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way"
                  + "|square|sq|place|pl|terrace|highway|hwy|strasse|straße|weg|platz|allee)\\b\\.?",
              FLAGS));

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}'’.-]*[\\p{L}\\p{M}\\p{N}])?");
  private static final Pattern NEXT = Pattern.compile("\\G\\s+([\\p{L}\\p{M}'’-]+)");
  private static final Pattern ENDING = Pattern.compile("(?:ing|ed|ly|[setnrdy])$");
  private static final String BEGINS = ".!?:\n\"“(-";

  private static final Set<String> COMMON = common();

  private ContextData() {}

  private static Set<String> common() {
    try (var in = ContextData.class.getResourceAsStream("common-words.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Set.of(text.strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common words cannot be read", e);
    }
  }

  /**
   * All that is found, in its order, without overlap.
   *
   * @param isKnown tells of a word, in lower case, whether it is nobody's own, as it stands in the
   *     team's knowledge
   */
  static List<Found> in(String text, Predicate<String> isKnown) {
    var all = new ArrayList<Found>();
    for (var form : FORMS) {
      form.matcher(text)
          .results()
          .forEach(one -> all.add(new Found(Found.Kind.PRIVATE, one.start(), one.end())));
    }
    names(text, isKnown, all);
    all.sort(Comparator.comparingInt(Found::start).thenComparing(one -> -one.length()));
    var apart = new ArrayList<Found>();
    for (var one : all) {
      if (apart.isEmpty() || apart.getLast().end() <= one.start()) {
        apart.add(one);
      }
    }
    return apart;
  }

  private static void names(String text, Predicate<String> isKnown, List<Found> found) {
    boolean isShort = text.strip().split("\\s+", SHORT_TEXT + 1).length <= SHORT_TEXT;
    var words = WORD.matcher(text);
    while (words.find()) {
      var word = words.group();
      if (Character.isUpperCase(word.codePointAt(0)) && !isCommon(word, isKnown)) {
        boolean doubtful =
            begins(text, words.start())
                && !isShort
                && ENDING.matcher(word.toLowerCase(Locale.ROOT)).find()
                && !isFollowedByName(text, words, isKnown);
        if (!doubtful) {
          found.add(new Found(Found.Kind.PRIVATE, words.start(), words.end()));
        }
      }
    }
  }

  private static boolean isCommon(String word, Predicate<String> isKnown) {
    var low = word.toLowerCase(Locale.ROOT).replaceAll("[.'’]+$", "");
    var bare = low.replaceAll("['’]s$", "");
    return COMMON.contains(low) || COMMON.contains(bare) || isKnown.test(bare);
  }

  private static boolean begins(String text, int at) {
    var before = text.substring(0, at).stripTrailing();
    return before.isEmpty() || BEGINS.indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static boolean isFollowedByName(String text, Matcher word, Predicate<String> isKnown) {
    var next = NEXT.matcher(text);
    return next.find(word.end())
        && Character.isUpperCase(next.group(1).codePointAt(0))
        && !isCommon(next.group(1), isKnown);
  }
}
