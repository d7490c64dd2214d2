package dev.switchboard.bot.privacy;

import dev.switchboard.bot.privacy.Found.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** E-mail addresses, from the @ to both sides. */
final class MailAddresses implements Finder {
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.(?=[\\p{L}\\p{N}])){1,8}+"
              + "(?:\\p{L}[\\p{L}\\p{N}-]{0,61})?[\\p{L}]");

  @Override
  public List<Found> in(String text) {
    var found = new ArrayList<Found>();
    int from = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = start(text, at, from);
      int end = end(text, at + 1);
      if (start < at && end > 0) {
        found.add(new Found(Kind.EMAIL_ADDRESS, start, end));
        from = end;
      }
    }
    return found;
  }

  private static int start(String text, int at, int from) {
    int start = at;
    while (start > from && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isLocal(char sign) {
    return Character.isLetterOrDigit(sign) || "._%+-'".indexOf(sign) >= 0;
  }

  private static int end(String text, int from) {
    var matcher = DOMAIN.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : 0;
  }
}
