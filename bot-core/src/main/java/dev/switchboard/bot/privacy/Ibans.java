package dev.switchboard.bot.privacy;

import dev.switchboard.bot.privacy.Found.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** International bank account numbers: as long as in their country, with right check digits. */
final class Ibans implements Finder {
  private static final Pattern BEGINNING =
      Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ \\u00a0-]?[0-9]{2}");

  // SWIFT, IBAN registry: country and length.
  private static final Map<String, Integer> LENGTHS =
      lengths(
          "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22"
              + " DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28"
              + " HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20"
              + " LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28"
              + " PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28"
              + " TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

  @Override
  public List<Found> in(String text) {
    var found = new ArrayList<Found>();
    var matcher = BEGINNING.matcher(text);
    int from = 0;
    while (from < text.length() && matcher.find(from)) {
      int end = end(text, matcher.start());
      if (end > 0) {
        found.add(new Found(Kind.IBAN_CODE, matcher.start(), end));
      }
      from = Math.max(matcher.end(), end);
    }
    return found;
  }

  private static int end(String text, int start) {
    int length = LENGTHS.getOrDefault(text.substring(start, start + 2).toUpperCase(Locale.ROOT), 0);
    var signs = new StringBuilder();
    int at = start;
    while (at < text.length() && signs.length() < length && goesOn(text, at)) {
      if (isSign(text.charAt(at))) {
        signs.append(text.charAt(at));
      }
      at++;
    }
    boolean alone = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    return length > 0 && signs.length() == length && alone && checks(signs) ? at : 0;
  }

  private static boolean goesOn(String text, int at) {
    return isSign(text.charAt(at)) || isGap(text.charAt(at)) && !isGap(text.charAt(at - 1));
  }

  private static boolean isGap(char sign) {
    return sign == ' ' || sign == '\u00a0' || sign == '-';
  }

  private static boolean isSign(char sign) {
    return sign < 128 && Character.isLetterOrDigit(sign);
  }

  /** ISO 7064, MOD 97-10: the first four signs go last, letters count from 10, the rest is 1. */
  private static boolean checks(CharSequence signs) {
    int rest = 0;
    for (int i = 0; i < signs.length(); i++) {
      int value = Character.digit(signs.charAt((i + 4) % signs.length()), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  private static Map<String, Integer> lengths(String list) {
    var lengths = new HashMap<String, Integer>();
    for (var one : list.split(" ")) {
      lengths.put(one.substring(0, 2), Integer.valueOf(one.substring(2)));
    }
    return Map.copyOf(lengths);
  }
}
