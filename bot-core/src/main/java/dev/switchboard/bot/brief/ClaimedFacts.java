package dev.switchboard.bot.brief;

import dev.switchboard.bot.brief.CaseBrief.Fact;
import dev.switchboard.bot.brief.CaseBrief.Fact.Kind;
import dev.switchboard.bot.brief.CaseBrief.Fact.Standing;
import dev.switchboard.bot.conversation.Turn;
import dev.switchboard.bot.privacy.Found;
import dev.switchboard.bot.privacy.PersonalData;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what customers claim by its form: mail addresses, dates, amounts, numbers of orders. */
final class ClaimedFacts {
  private static final String ALONE = "(?<![\\p{L}\\p{N}._%+@-])";
  private static final String ENDS = "(?![\\p{L}\\p{N}@])";
  private static final String CURRENCY = "(?:[€$£¥]|EUR|USD|GBP|CHF|euros?|dollars?)";
  private static final String SUM = "\\d{1,9}(?:[.,]\\d{1,3}){0,3}";
  private static final String YEAR = "(?:,? \\d{4})?";

  // The order matters: what one pattern has found, the next ones do not see.
  private static final List<Finder> FINDERS =
      List.of(
          new Finder(
              Kind.EMAIL,
              ALONE
                  + "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"),
          new Finder(Kind.DATE, ALONE + "\\d{4}-\\d{2}-\\d{2}" + ENDS),
          new Finder(Kind.DATE, ALONE + "\\d{1,2}([./])\\d{1,2}\\1\\d{2}(?:\\d{2})?" + ENDS),
          new Finder(
              Kind.DATE,
              ALONE
                  + "\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of |de )?(?:"
                  + months()
                  + ")"
                  + YEAR
                  + ENDS),
          new Finder(
              Kind.DATE, ALONE + "(?:" + months() + ") \\d{1,2}(?:st|nd|rd|th)?" + YEAR + ENDS),
          new Finder(Kind.AMOUNT, "(?:[€$£¥]|EUR|USD|GBP|CHF) ?" + SUM + ENDS),
          new Finder(Kind.AMOUNT, ALONE + SUM + " ?" + CURRENCY + ENDS),
          new Finder(Kind.NUMBER, ALONE + "#[A-Z]{0,6}-?\\d[\\d-]{1,15}" + ENDS),
          new Finder(Kind.NUMBER, ALONE + "[A-Z]{1,6}-?\\d[\\d-]{3,15}" + ENDS),
          new Finder(Kind.NUMBER, ALONE + "\\d[\\d-]{4,11}" + ENDS));

  // Digits alone may be a phone number, and may be the number of an order.
  private static final Pattern DIGITS = Pattern.compile("\\d{1,11}");

  private ClaimedFacts() {}

  private record Finder(Kind kind, Pattern pattern) {
    Finder(Kind kind, String pattern) {
      this(kind, Pattern.compile(pattern, Pattern.UNICODE_CASE));
    }
  }

  private record Hit(Kind kind, String value, int at) {}

  /**
   * What is claimed in the turns, each once, the first claim first.
   *
   * @param most how many at most
   */
  static List<Fact> in(List<Turn> turns, int most) {
    var firsts = new LinkedHashMap<String, Fact>();
    turns.stream()
        .flatMap(ClaimedFacts::in)
        .forEach(fact -> firsts.putIfAbsent(fact.value(), fact));
    return firsts.values().stream().limit(most).toList();
  }

  private static Stream<Fact> in(Turn turn) {
    var rest = withoutOtherNumbers(turn.text());
    var found = new ArrayList<Hit>();
    for (var finder : FINDERS) {
      var matcher = finder.pattern().matcher(rest);
      matcher.results().forEach(hit -> found.add(found(finder, hit)));
      rest = matcher.replaceAll(hit -> " ".repeat(hit.group().length()));
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Hit::at))
        .map(hit -> new Fact(hit.kind(), hit.value(), turn.seq(), Standing.CLAIMED));
  }

  /** A part of a phone or a card number is not the number of an order. */
  private static String withoutOtherNumbers(String text) {
    var left = new StringBuilder(text);
    PersonalData.in(text).stream()
        .filter(each -> each.kind() != Found.Kind.EMAIL_ADDRESS)
        .filter(each -> !DIGITS.matcher(text).region(each.start(), each.end()).matches())
        .forEach(each -> left.replace(each.start(), each.end(), " ".repeat(each.length())));
    return left.toString();
  }

  private static Hit found(Finder finder, MatchResult hit) {
    return new Hit(finder.kind(), hit.group(), hit.start());
  }

  private static String months() {
    return Stream.of("en", "de", "fr", "es", "it", "nl", "pt")
        .map(Locale::forLanguageTag)
        .flatMap(language -> Stream.of(Month.values()).map(month -> name(month, language)))
        .distinct()
        .flatMap(name -> Stream.of(name, capitalized(name)))
        .distinct()
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static String name(Month month, Locale language) {
    return month.getDisplayName(TextStyle.FULL, language);
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
