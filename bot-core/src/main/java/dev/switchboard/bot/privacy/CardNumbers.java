package dev.switchboard.bot.privacy;

import dev.switchboard.bot.privacy.Found.Kind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers of payment cards: digits that an issuer gives out and whose check digit is right. */
final class CardNumbers implements Finder {
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<!\\d[.,/-])[0-9](?:[ \\u00a0-]?[0-9]){11,18}+(?![\\p{L}\\p{N}])");

  // By the first digits: Visa, Mastercard, American Express, Diners, Discover, UnionPay, JCB,
  // Maestro. The figures in the brackets are the digits behind them.
  private static final Pattern ISSUED =
      Pattern.compile(
          "4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"
              + "|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
              + "|3[47][0-9]{13}|3(?:0[0-5]|[689][0-9])[0-9]{11}"
              + "|6[0-9]{11,18}|(?:2131|1800)[0-9]{11}|35[0-9]{14,17}"
              + "|(?:50|5[6-9])[0-9]{10,17}|0604[0-9]{8,15}");

  @Override
  public List<Found> in(String text) {
    return CANDIDATE
        .matcher(text)
        .results()
        .filter(CardNumbers::isCard)
        .map(hit -> new Found(Kind.CREDIT_CARD, hit.start(), hit.end()))
        .toList();
  }

  private static boolean isCard(MatchResult hit) {
    var digits = hit.group().replaceAll("[^0-9]", "");
    return ISSUED.matcher(digits).matches() && checks(digits);
  }

  /** Luhn's check: every second digit from the right counts twice, its own digits summed. */
  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
