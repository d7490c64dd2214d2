package dev.switchboard.bot.privacy;

import dev.switchboard.bot.privacy.Found.Kind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Social security numbers of the United States: with hyphens by their form, else where they are
 * called so.
 */
final class SocialSecurityNumbers implements Finder {
  // Never given out: 000, 666 and 900 to 999, then 00, then 0000.
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<![0-9][.,/-])(?!000|666|9)[0-9]{3}([ .-]?)(?!00)[0-9]{2}\\1(?!0000)"
              + "[0-9]{4}(?![\\p{L}\\p{N}]|[.,/-][0-9])");
  private static final Pattern CALLED =
      Pattern.compile("\\bssn\\b|social security|tax(?:payer)? id", Pattern.CASE_INSENSITIVE);
  private static final int NEAR = 40;

  @Override
  public List<Found> in(String text) {
    return CANDIDATE
        .matcher(text)
        .results()
        .filter(hit -> hit.group(1).equals("-") || isCalledSo(text, hit))
        .map(hit -> new Found(Kind.US_SSN, hit.start(), hit.end()))
        .toList();
  }

  private static boolean isCalledSo(String text, MatchResult hit) {
    int from = Math.max(0, hit.start() - NEAR);
    return CALLED.matcher(text).region(from, hit.start()).find();
  }
}
