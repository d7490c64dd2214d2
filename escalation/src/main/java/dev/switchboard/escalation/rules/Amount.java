package dev.switchboard.escalation.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sum of money.
 *
 * @param sum how much
 * @param currency of what, by ISO 4217
 */
record Amount(BigDecimal sum, String currency) {
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("dollar", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("dólares", "USD"),
          Map.entry("dollari", "USD"),
          Map.entry("bucks", "USD"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("pound", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("pfund", "GBP"),
          Map.entry("franken", "CHF"));

  private static final String NUMBER =
      "(\\d{1,3}(?:[.,  '’]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?)";
  private static final List<String> CODES =
      List.of("usd", "eur", "gbp", "jpy", "chf", "cad", "aud", "sek", "dkk", "nok", "pln");

  private static final String UNIT =
      "([$€£¥]|\\b(?:%s|dollars?|dólares|dollari|bucks|euros?|pounds?|pfund|franken)\\b)"
          .formatted(String.join("|", CODES));
  private static final Pattern FORM =
      Pattern.compile("%2$s ?%1$s(?!\\d)|(?<!\\d)%1$s ?%2$s".formatted(NUMBER, UNIT));

  /**
   * Reads a limit such as {@code 100 EUR}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Amount of(String text) {
    var found = in(text);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "an amount is written as '100 EUR', not '%s'".formatted(text));
    }
    return found.getFirst();
  }

  /** The amounts that a text names together with their currency. */
  static List<Amount> in(String text) {
    return FORM.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .flatMap(match -> {
          boolean before = match.group(1) != null;
          var unit = before ? match.group(1) : match.group(4);
          var number = before ? match.group(2) : match.group(3);
          var currency =
              CODES.contains(unit)
                  ? unit.toUpperCase(Locale.ROOT)
                  : CURRENCIES.getOrDefault(unit, "");
          return currency.isEmpty()
              ? Stream.<Amount>of()
              : Stream.of(new Amount(number(number), currency));
        })
        .toList();
  }

  // "1.234" is more than a thousand, "1.23" is little more than one.
  private static BigDecimal number(String written) {
    var plain = written.replaceAll("[  '’]", "");
    int point = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    boolean cents = point >= 0 && plain.length() - point <= 3;
    var whole = (cents ? plain.substring(0, point) : plain).replaceAll("[.,]", "");
    return new BigDecimal(cents ? whole + "." + plain.substring(point + 1) : whole);
  }

  boolean exceeds(Amount limit) {
    return currency.equals(limit.currency()) && sum.compareTo(limit.sum()) > 0;
  }
}
