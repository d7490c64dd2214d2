package dev.switchboard.bot.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.switchboard.bot.privacy.Found.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Phone numbers: with the country's prefix where the country has numbers of that length, without it
 * where words say that it is one, or where it is written like one and is one in some country.
 */
final class PhoneNumbers implements Finder {
  private static final String GROUP = "(?:\\([0-9]{1,5}\\)|[0-9]{1,15})";
  private static final String GAP = "(?: [-/–] |[ .\\u00a0/‑–-])?";
  private static final String EXTENSION = "(?: ?(?:x|ext\\.?|extension) ?[0-9]{1,6})?";
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@#€$£/=_])(?<![0-9][.,:-])(?:\\(\\+[0-9]{1,3}\\) ?|\\+ ?)?"
              + GROUP
              + "(?:"
              + GAP
              + GROUP
              + "){0,8}+"
              + EXTENSION
              + "(?![\\p{L}\\p{N}€$£%@]|[,:][0-9])");
  private static final Pattern EXTENDED = Pattern.compile("(?: ?(?:x|e).*)$");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{4}([./-])[0-9]{1,2}\\1[0-9]{1,2}|[0-9]{1,2}([./-])[0-9]{1,2}\\2[0-9]{4}");

  // As numbers are written that nothing is said about; what looks like these is looked up.
  private static final Pattern WRITTEN_LIKE_ONE =
      Pattern.compile(
          "(?:8 )?\\([0-9]{2,5}\\) ?[0-9]{2,5}(?:[ -]?[0-9]{2,5}){0,3}"
              + "|(?:1[-. ])?[0-9]{3}([-. ])[0-9]{3}\\1[0-9]{4}"
              + "|0[1-9][0-9]{0,4}[ /-](?: ?[0-9]{2,8}[ -]?){1,4}[0-9]{2}"
              + "|0[1-9](?:[ .][0-9]{2}){4}"
              + "|0[1-9][0-9]{8,10}"
              + "|[5-9][0-9]{2} [0-9]{3} [0-9]{3}");
  private static final List<String> COUNTRIES =
      List.of(
          "US", "GB", "DE", "FR", "IT", "ES", "NL", "BE", "CH", "AT", "SE", "PL", "AU", "JP", "BR",
          "IN", "RU", "KR", "DK", "NO", "FI", "PT", "IE", "NZ", "TR");
  private static final String UNKNOWN = "ZZ";

  private static final int FEWEST = 7;
  private static final int MOST = 15;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  @Override
  public List<Found> in(String text) {
    return CANDIDATE
        .matcher(text)
        .results()
        .filter(hit -> isNumber(text, hit))
        .map(hit -> new Found(Kind.PHONE_NUMBER, hit.start(), hit.end()))
        .toList();
  }

  private boolean isNumber(String text, MatchResult hit) {
    var number = EXTENDED.matcher(hit.group()).replaceFirst("");
    long digits = number.chars().filter(Character::isDigit).count();
    if (digits < FEWEST || digits > MOST || DATE.matcher(number).matches()) {
      return false;
    }
    return international(number)
        .map(this::isPossible)
        .orElseGet(() ->
            switch (Surroundings.of(text, hit.start(), hit.end())) {
              case PHONE -> true;
              case OTHER -> false;
              case SILENT -> isWrittenLikeOne(number);
            });
  }

  private static Optional<String> international(String number) {
    if (number.contains("+")) {
      return Optional.of(number);
    }
    var bare = number.startsWith("(") ? number.substring(1) : number;
    return bare.startsWith("00") && !bare.startsWith("000")
        ? Optional.of("+" + bare.substring(2))
        : Optional.empty();
  }

  private boolean isPossible(String number) {
    try {
      return plans.isPossibleNumber(plans.parse(number, UNKNOWN));
    } catch (NumberParseException none) {
      return false;
    }
  }

  private boolean isWrittenLikeOne(String number) {
    return WRITTEN_LIKE_ONE.matcher(number).matches()
        && COUNTRIES.stream().anyMatch(country -> isValid(number, country));
  }

  private boolean isValid(String number, String country) {
    try {
      return plans.isValidNumberForRegion(plans.parse(number, country), country);
    } catch (NumberParseException none) {
      return false;
    }
  }
}
